# Ktoś jest w niebezpieczeństwie. Krótko, spokojnie, najpierw numery. Do dzieci (klucze -child) mówimy „ty”.
crisis-maybe = Jeśli dobrze rozumiem, jest bardzo ciężko. Te numery są właśnie po to.

crisis-danger-now = <b>Proszę od razu dzwonić: 112.</b> Operator powie, co robić.
crisis-missing = <b>Proszę od razu dzwonić: 112.</b> Nie trzeba czekać doby. Przyda się opis ubrania i miejsce, gdzie ostatnio było tę osobę widać.
crisis-voices = To musi być bardzo trudne. <b>Teraz najważniejsze, żeby nikomu nic się nie stało.</b> Proszę odejść od ostrych rzeczy, być blisko kogoś zaufanego i zadzwonić:
crisis-someone-else = Dobrze, że ktoś to zauważył. <b>Proszę nie zostawiać tej osoby samej.</b> Można zapytać ją wprost o myśli o śmierci: to nie szkodzi. Jeśli grozi coś teraz, od razu 112.
crisis-suicide = Dobrze, że to napisane. <b>Tego nie trzeba dźwigać w pojedynkę.</b> Po drugiej stronie jest człowiek, który wysłucha, bez oceniania. Jeśli coś ma się stać teraz: 112.
crisis-suicide-child = Dobrze, że o tym piszesz. <b>Nie musisz nosić tego w sobie.</b> Zadzwoń albo napisz: ktoś cię wysłucha i nie będzie oceniać. Jeśli coś ma się stać teraz: 112.
crisis-self-harm = Dobrze, że to napisane. Za takim bólem coś stoi i <b>można o tym z kimś porozmawiać</b>, bez oceniania. Jeśli rana mocno krwawi: 112.
crisis-self-harm-child = Dobrze, że o tym piszesz. <b>Nie musisz nosić tego w sobie</b> i nikt cię tu nie będzie oceniać. Jeśli rana mocno krwawi: 112.
crisis-violence = <b>To nie jest w porządku i to nie jest wina osoby, która tego doznaje.</b> W niebezpieczeństwie: 112. Pod tymi numerami ktoś spokojnie wysłucha i podpowie, co dalej:
crisis-violence-child = <b>Nikt nie ma prawa cię krzywdzić i to nie jest twoja wina.</b> Jeśli boisz się teraz, dzwoń pod 112. Tu ktoś cię wysłucha:
crisis-sexual-violence = <b>To nie jest wina osoby, którą to spotkało.</b> W niebezpieczeństwie: 112. Pod tymi numerami ktoś spokojnie wysłucha i podpowie, co dalej:
crisis-sexual-violence-child = <b>To nie jest twoja wina i możesz o tym powiedzieć</b>, nawet jeśli ktoś zabronił. Jeśli boisz się teraz, dzwoń pod 112. Tu ktoś cię wysłucha:
crisis-child-harm = <b>Jeśli dziecku coś grozi teraz: 112.</b> Nie trzeba mieć pewności ani dowodów. Wystarczy powiedzieć, co widać i słychać.
crisis-no-roof = <b>Na mrozie nie można zostać.</b> Proszę dzwonić pod 112 i powiedzieć, gdzie to jest. Na razie najlepiej wejść tam, gdzie jest ciepło.

crisis-line-112 = numer alarmowy, całą dobę
crisis-line-116111 = dla dzieci i nastolatków, całą dobę
crisis-line-800121212 = telefon Rzecznika Praw Dziecka, całą dobę; bywają dyżury po ukraińsku i po rosyjsku
crisis-line-116123 = dla dorosłych w kryzysie, całą dobę
crisis-line-116sos = czat: można napisać
crisis-line-800702222 = dla osób w kryzysie psychicznym, całą dobę
crisis-line-800120002 = Niebieska Linia, dla osób doznających przemocy w domu, całą dobę, za darmo
crisis-line-centre = numer Centrum
crisis-line-centre-noted = { $note }

crisis-cannot-speak = Nie można teraz rozmawiać? Na czacie 116sos.pl można pisać.
crisis-leave-no-trace = Jeśli ktoś może zajrzeć do telefonu, lepiej usunąć potem tę rozmowę.
crisis-nobody-reads = <b>Teraz nikt z Centrum tego nie czyta.</b> Pod tymi numerami ktoś odbierze.
crisis-somebody-reads = W Centrum ktoś jest teraz przy czacie i może odpisać. Proszę jednak nie czekać z telefonem.
