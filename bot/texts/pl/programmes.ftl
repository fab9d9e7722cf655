# Zajęcia i grupy: kto chce dołączyć, kto prowadzi, jak powstają. Wiadomości nigdy nie mówią, jakie to zajęcia.
command-zajecia = Zajęcia i grupy
own-part-programmes = 👥 zajęcia i grupy: { $count }
programme-quiet = Spotkania w grupie
programme-number = nr { $number }
programme-list = <b>{ $city }: zajęcia i grupy</b>
programme-list-none = W tej chwili nie ma tu zajęć, na które można się zapisać. Nowe pokażą się tutaj.
programme-title = 👥 <b>{ $title }</b>
programme-when = 🗓 { $days }, { $hours }
programme-when-once = 🗓 { $day }, { $hours }
programme-span =
    { $count ->
        [one] 🔢 { $count } spotkanie, od { $first } do { $last }
        [few] 🔢 { $count } spotkania, od { $first } do { $last }
        [many] 🔢 { $count } spotkań, od { $first } do { $last }
       *[other] 🔢 { $count } spotkania, od { $first } do { $last }
    }
programme-people =
    { $most ->
        [one] 👤 najwyżej { $most } osoba
        [few] 👤 najwyżej { $most } osoby
        [many] 👤 najwyżej { $most } osób
       *[other] 👤 najwyżej { $most } osoby
    }
programme-people-range = 👤 najmniej { $least }, najwyżej { $most }
programme-first = 🗓 Pierwsze spotkanie: { $when }
programme-how-open = Jedno dotknięcie zapisuje na wszystkie spotkania. Z jednego spotkania można potem zrezygnować.
programme-how-full = Wszystkie miejsca są teraz zajęte. Można stanąć w kolejce: gdy miejsce się zwolni, przyjdzie tu pytanie.
programme-how-begun = Spotkania już trwają. O przyjęciu decyduje osoba, która je prowadzi.
programme-how-talk = Najpierw jest krótka rozmowa z osobą, która prowadzi spotkania. Rozmowa do niczego nie zobowiązuje i nie daje jeszcze miejsca.
programme-how-invitation = Na te spotkania zaprasza osoba, która je prowadzi. Z pytaniami można napisać do Centrum.
programme-state-draft = ✏️ Szkic, nikt go jeszcze nie widzi
programme-state-gathering = 🟡 Trwają zapisy
programme-state-running = 🟢 Spotkania trwają
programme-state-ended = Te spotkania już się skończyły.
programme-state-off = Te spotkania zostały odwołane.
programme-button-join = ✅ Zapisać na wszystkie spotkania
programme-button-wait = 🕐 Stanąć w kolejce
programme-button-ask = 🙋 Zapytać o miejsce
programme-button-talk = 🗣 Zaproponować rozmowę
programme-button-card = 📄 Opis
programme-button-group =
    { $day ->
        [0] 👥 Najbliższa grupa
       *[other] 👥 Najbliższa grupa, od { $day }.{ $month }
    }
programme-button-take = ✅ Tak, na wszystkie spotkania
programme-button-not = ❌ Nie, dziękuję
programme-button-withdraw = ❌ Wycofać zgłoszenie
programme-button-beside = Zapisać mimo to
programme-button-leave = ❌ Zrezygnować z całości
programme-button-leave-sure = ❌ Tak, zrezygnować
programme-button-suits = ✅ Pasuje
programme-button-other-hour = 🔁 Poproszę inny termin
programme-button-look = 👀 Zobaczyć
programme-button-decide = 👀 Zdecydować
programme-button-skip = { $weekday } { $day }.{ $month } · nie będzie mnie
programme-button-back = { $weekday } { $day }.{ $month } · jednak będę
programme-button-skip-sure = ❌ Tak, tylko z tego jednego
programme-joined =
    { $count ->
        [one] ✅ <b>Zapisane: { $count } spotkanie.</b> Przed nim przyjdzie przypomnienie.
        [few] ✅ <b>Zapisane: wszystkie { $count } spotkania.</b> Przed każdym przyjdzie przypomnienie.
        [many] ✅ <b>Zapisane: wszystkie { $count } spotkań.</b> Przed każdym przyjdzie przypomnienie.
       *[other] ✅ <b>Zapisane: wszystkie { $count } spotkania.</b> Przed każdym przyjdzie przypomnienie.
    }
programme-noted = ✅ <b>Przekazane.</b> Odpowiedź przyjdzie tutaj.
programme-noted-line = ✅ <b>Miejsce w kolejce jest zapisane.</b>
programme-invitation = 📨 <b>To jest zaproszenie.</b>
programme-yours =
    { $count ->
        [0] ✅ Jest tu miejsce dla tego konta. Zapisanych spotkań przed nami: 0.
       *[other] ✅ Jest tu miejsce dla tego konta. Zapisanych spotkań przed nami: { $count }.
    }
programme-next = 🗓 Najbliższe spotkanie: <b>{ $when }</b>
programme-button-whole = 🗓 Wszystkie spotkania
programme-kept = 📨 Miejsce czeka do: <b>{ $until }</b>. Jedno dotknięcie zapisuje na wszystkie spotkania.
programme-kept-for = 📨 Miejsce czeka do: { $until }
programme-in-line = 🕐 Miejsce w kolejce: <b>{ $place }</b>. To jeszcze nie jest zapis. Gdy przyjdzie kolej, pytanie pojawi się tutaj.
programme-waits = 🕐 Osoba, która prowadzi spotkania, odpowie tutaj. To jeszcze nie jest zapis.
programme-talked = 🗣 Rozmowa jest umówiona albo już była. Odpowiedź przyjdzie tutaj.
programme-talk-set = 🗣 Rozmowa: { $when }
programme-talk-offered = 🗣 Propozycja rozmowy: <b>{ $when }</b>. Czy ten termin pasuje?
programme-talk-yes = ✅ Rozmowa umówiona. Jest też pod /moje.
programme-talk-no = Osoba, która prowadzi spotkania, zaproponuje inny termin.
programme-overlap =
    { $count ->
        [one] <b>W czasie jednego spotkania jest już coś innego.</b> Nic jeszcze nie zapisano:
        [few] <b>W czasie { $count } spotkań jest już coś innego.</b> Nic jeszcze nie zapisano:
       *[many] <b>W czasie { $count } spotkań jest już coś innego.</b> Nic jeszcze nie zapisano:
    }
programme-overlap-line =
    { $kind ->
        [titled] • { $when }: { $title }
        [consultation] • { $when }: rozmowa
        [room] • { $when }: sala
        [event] • { $when }: wydarzenie
        [shift] • { $when }: dyżur
       *[other] • { $when }: inne spotkanie
    }
programme-leave-sure =
    { $count ->
        [0] Zrezygnować z całości? Miejsce dostanie ktoś inny.
        [one] Zrezygnować z całości? { $count } spotkanie zostanie oddane, a miejsce dostanie ktoś inny.
        [few] Zrezygnować z całości? { $count } spotkania zostaną oddane, a miejsce dostanie ktoś inny.
       *[many] Zrezygnować z całości? { $count } spotkań zostanie oddanych, a miejsce dostanie ktoś inny.
    }
programme-leave-line-sure = Wycofać zgłoszenie?
programme-left =
    { $count ->
        [0] Gotowe. Dziękujemy za wiadomość.
        [one] Gotowe, oddane { $count } spotkanie. Dziękujemy za wiadomość.
        [few] Gotowe, oddane { $count } spotkania. Dziękujemy za wiadomość.
       *[many] Gotowe, oddanych { $count } spotkań. Dziękujemy za wiadomość.
    }
programme-skip-sure = Nieobecność: <b>{ $when }</b>. Pozostałe spotkania zostają bez zmian. Zgłosić?
programme-skipped = Nieobecność zgłoszona. Pozostałe spotkania zostają bez zmian.
programme-came-back = ✅ Zapisane z powrotem.
programme-gone = Tych zajęć nie ma tu albo już się skończyły. Co jest teraz, pokazuje /zajecia.
programme-over = Te spotkania już się skończyły albo zostały odwołane.
programme-not-invited = To miejsce już nie czeka. Niżej widać, jak jest teraz.
programme-invitation-only = Na te spotkania zaprasza osoba, która je prowadzi.
programme-no-talk = Ten termin rozmowy jest już nieaktualny.
programme-link-used = Ten link już nie działa: można go użyć raz, przez 14 dni. Nowy da osoba, która prowadzi spotkania.
programme-invited = 📨 <b>Jest miejsce na spotkania w Centrum.</b> Czeka do: { $until }.
programme-task-interest = 🔔 Nowe zgłoszenie do prowadzonych spotkań.
programme-task-suits = 🔔 Termin rozmowy pasuje. Jest zapisany.
programme-task-other-hour = 🔔 Termin rozmowy nie pasuje, potrzebny jest inny.
programme-task-seat = 🔔 W prowadzonych spotkaniach jest wolne miejsce, a ktoś na nie czeka.
programme-decide-enough =
    { $count ->
        [one] 🔔 <b>Czy zaczynamy?</b> Jest { $count } osoba, najmniej miało być { $least }.
        [few] 🔔 <b>Czy zaczynamy?</b> Są { $count } osoby, najmniej miało być { $least }.
       *[many] 🔔 <b>Czy zaczynamy?</b> Jest { $count } osób, najmniej miało być { $least }.
    }
programme-decide-short =
    { $count ->
        [one] 🔔 <b>Za mało osób na start:</b> jest { $count }, potrzeba { $least }. Zacząć, przesunąć czy odwołać?
        [few] 🔔 <b>Za mało osób na start:</b> są { $count }, potrzeba { $least }. Zacząć, przesunąć czy odwołać?
       *[many] 🔔 <b>Za mało osób na start:</b> jest { $count }, potrzeba { $least }. Zacząć, przesunąć czy odwołać?
    }
programme-news-starts = ✅ <b>Spotkania w Centrum się zaczynają.</b>
programme-news-moved = 🔁 <b>Spotkania w Centrum zaczną się później.</b> Miejsce zostaje, wszystkie dni są nowe.
programme-news-off = <b>Spotkania w Centrum się nie odbędą.</b> Przepraszamy. Co jest teraz, pokazuje /zajecia.
programme-news-declined = Tym razem nie ma miejsca w spotkaniach, o które było pytanie. W Centrum chętnie pomożemy znaleźć coś innego: wystarczy napisać tutaj.
programme-news-lapsed = Czas na odpowiedź minął i miejsce już nie czeka. Jeśli to nadal ciekawe, można zgłosić się jeszcze raz: /zajecia

programme-refused = To jest tylko dla osób, które prowadzą te spotkania.
programme-led = <b>{ $city }: prowadzone zajęcia i grupy</b>
programme-led-none = <b>{ $city }</b>
    Nie ma jeszcze żadnych zajęć.
programme-button-new = ➕ Nowe zajęcia
programme-way-open = 🚪 Zapis od razu
programme-way-talk = 🚪 Najpierw rozmowa, potem odpowiedź
programme-way-invitation = 🚪 Tylko na zaproszenie
programme-is-quiet = 🤫 Ciche: nie ma ich na żadnej liście, wiadomości ich nie nazywają
programme-numbers = Zapisane: { $taken } z { $most } (najmniej { $least }). Zaproszone: { $asked }. Czeka: { $waiting }.
programme-button-candidates = 👥 Osoby ({ $count } czeka)
programme-button-meetings = 🗓 Spotkania
programme-button-start = ✅ Zaczynamy
programme-button-later = ⏭ Przesunąć początek
programme-button-off = ❌ Odwołać wszystko
programme-button-off-sure = ❌ Tak, odwołać
programme-button-invite = 📨 Zaproszenie dla jednej osoby
programme-button-write = ✍️ Osoba bez komunikatora
programme-button-keeper = 🔗 Ktoś jeszcze prowadzi
programme-button-step-back = Nie prowadzę już
programme-button-step-back-sure = Tak, nie prowadzę już
programme-button-weeks =
    { $count ->
        [one] o tydzień
        [few] o { $count } tygodnie
       *[many] o { $count } tygodni
    }
programme-later-how = O ile przesunąć wszystkie spotkania? Zapisane osoby zachowają miejsca i dostaną jedną wiadomość.
programme-off-sure = Odwołać wszystkie spotkania, które są przed nami? Każda osoba dostanie jedną wiadomość. Tego nie da się cofnąć.
programme-started = ✅ Zaczynamy. Zapisane osoby dostaną wiadomość.
programme-moved = ✅ Przesunięte. Zapisane osoby dostaną wiadomość z nowym początkiem.
programme-called-off = Odwołane. Wiadomość dostanie: { $told }. Trzeba zadzwonić do: { $phone }.
programme-changed = Ktoś zmienił to chwilę wcześniej. Niżej widać, jak jest teraz.
programme-candidates = <b>{ $title }</b>
    Najpierw osoby, które czekają na odpowiedź.
programme-candidates-none = <b>{ $title }</b>
    Nikt się jeszcze nie zgłosił.
programme-standing-interested = czeka
programme-standing-offered = rozmowa zaproponowana
programme-standing-talked = po rozmowie albo umówiona
programme-standing-invited = ma zaproszenie
programme-standing-in = ma miejsce
programme-standing-left = rezygnacja
programme-standing-declined = odpowiedź: nie
programme-candidate = 👤 <b>{ $who }</b>
programme-candidate-state = Stan: { $state }
programme-since = Zgłoszenie: { $when }
programme-button-talked = 📞 Umówione telefonicznie albo już po
programme-button-yes = ✅ Tak, jest miejsce
programme-button-no = ❌ Tym razem nie
programme-button-no-sure = ❌ Tak
programme-button-remove = ❌ Wypisać
programme-button-label = 🏷 Podpisać
programme-talk-first = Tu najpierw jest rozmowa, potem odpowiedź.
programme-full =
    { $most ->
        [one] Jedyne miejsce jest zajęte albo czeka na odpowiedź. Gdy się zwolni, przyjdzie wiadomość.
        [few] Wszystkie { $most } miejsca są zajęte albo czekają na odpowiedź. Gdy jakieś się zwolni, przyjdzie wiadomość.
       *[many] Wszystkie { $most } miejsc jest zajętych albo czeka na odpowiedź. Gdy jakieś się zwolni, przyjdzie wiadomość.
    }
programme-no-sure = { $who }: odpowiedzieć, że tym razem nie?
programme-remove-sure = { $who }: wypisać ze wszystkich spotkań, które są przed nami?
programme-said-yes-invited = ✅ Zaproszenie wysłane, miejsce czeka.
programme-said-yes-in = ✅ Zapisane na wszystkie spotkania.
programme-no-messenger = Tej osobie nie da się wysłać wiadomości. Proszę zadzwonić i zaznaczyć, że rozmowa jest umówiona.
programme-talk-when = Rozmowa może być najdalej za 60 dni. Proszę podać inny termin.
programme-talk-sent = ✅ Propozycja wysłana. Odpowiedź przyjdzie tutaj.
programme-ask-talk = <b>Kiedy rozmowa?</b>
    Proszę napisać, na przykład: <i>w czwartek o 17</i>. Osoba odpowie, czy pasuje. /anuluj przerywa.
programme-ask-label = Jak podpisać tę osobę? Najwyżej { $most } liter, bez nazwiska. Kreska (-) usuwa podpis. Widzą go tylko osoby prowadzące. /anuluj przerywa.
programme-ask-write = Imię albo inicjały i, jeśli jest, numer telefonu. Na przykład: <i>J. K. 600 100 200</i>. /anuluj przerywa.
programme-label-wrong =
    { $most ->
        [one] Podpis może mieć najwyżej { $most } literę i żadnych cyfr. Proszę wpisać inny.
        [few] Podpis może mieć najwyżej { $most } litery i żadnych cyfr. Proszę wpisać inny.
       *[many] Podpis może mieć najwyżej { $most } liter i żadnych cyfr. Proszę wpisać inny.
    }
programme-form-left = Przerwane. Nic się nie zmieniło.
programme-outdated = Tego już tak nie ma. Proszę otworzyć jeszcze raz: /programy
programme-opened = To już nie jest szkic: zapisy trwają. Jest pod /programy.
programme-last-keeper = Ktoś musi prowadzić te spotkania. Najpierw proszę wysłać link następnej osobie.
programme-links-many = Za dużo linków naraz czeka na użycie. Stare przestają działać po 14 dniach.
programme-link-seat = <b>Zaproszenie dla jednej osoby</b>
    Kto je otworzy, zobaczy spotkania i jednym dotknięciem zapisze się na wszystkie. Link działa raz, przez 14 dni.
programme-link-keep = <b>Link dla osoby, która też będzie prowadzić</b>
    Zobaczy zgłoszenia i obecność. Link działa raz, przez 14 dni.
programme-keeps-now = ✅ Te spotkania są teraz prowadzone także z tego konta. Wszystko jest pod /programy.
programme-step-back-sure = Zgłoszenia i obecność nie będą już tu widoczne. Na pewno?
programme-stepped-back = Gotowe.
programme-meetings = <b>{ $title }</b>
    Które spotkanie?
programme-meetings-none = <b>{ $title }</b>
    Nie ma żadnych spotkań.
programme-button-meeting =
    { $state ->
        [over] ✔️ { $weekday } { $day }.{ $month } · { $count }
        [now] ▶️ { $weekday } { $day }.{ $month } · { $count }
       *[ahead] { $weekday } { $day }.{ $month } · { $count }
    }
programme-present = Zapisanych na to spotkanie: { $count }
programme-present-none = Nikt nie jest jeszcze zapisany.
programme-present-line =
    { $state ->
        [came] ✅ { $who }
        [missed] ❌ { $who }: nieobecność
        [skips] ▫️ { $who }: zgłoszona nieobecność
        [confirmed] 👍 { $who }
       *[booked] • { $who }
    }
programme-button-all = ✅ Pozostali byli
programme-button-missed = nieobecność
programme-not-begun = Obecność można zaznaczać od pół godziny przed początkiem.
programme-button-meeting-off = ❌ Odwołać to spotkanie
programme-meeting-off = To spotkanie jest odwołane.
programme-meeting-off-sure = Odwołać spotkanie <b>{ $when }</b>? Zapisane osoby dostaną wiadomość. Pozostałe spotkania zostają.
programme-meeting-called-off = Odwołane. Wiadomość dostanie: { $told }. Trzeba zadzwonić do: { $phone }.

programme-ask = <b>Nowe zajęcia</b>
    Proszę napisać wszystko w jednej wiadomości, na przykład:
    <i>Szkoła dla Rodziców, czwartki 17–19 od 7 stycznia, 8 spotkań, 8–15 osób, sala 3</i>
    Święta i dni zamknięte same wypadną. /anuluj przerywa.
programme-preview = <b>Czy wszystko się zgadza?</b> Nikt tego jeszcze nie widzi.
programme-skipped-days = ⏭ Wypada: { $days }
programme-no-card = żadna
programme-button-open = ✅ Tak, otworzyć zapisy
programme-turn-way = 🚪 Inny sposób zapisu
programme-turn-quiet = 🤫 To grupa cicha
programme-turn-quiet-off = 🔔 To nie jest grupa cicha
programme-turn-card = 📄 Karta: { $name }
programme-button-again = ✏️ Napisać od nowa
programme-button-drop = 🗑 Usunąć szkic
programme-dropped = Szkic usunięty.
programme-is-open = ✅ <b>Zapisy są otwarte.</b>
programme-typed-hours = Nie widać godzin: „{ $said }”. Proszę napisać od do, na przykład 17–19.
programme-typed-days = Nie widać dni: „{ $said }”. Proszę napisać na przykład „czwartki od 7 stycznia” albo „7.01, 14.01”.
programme-typed-since = Od kiedy? Proszę dopisać na przykład „od 7 stycznia”.
programme-typed-count = Ile ma być spotkań? Proszę dopisać na przykład „8 spotkań” albo „do 30 czerwca”.
programme-typed-people = Dla ilu osób? Proszę dopisać na przykład „15 osób” albo „8–15 osób”.
programme-typed-title = Jak się to nazywa? Proszę zacząć od nazwy, na przykład „Szkoła dla Rodziców, czwartki 17–19…”.
programme-typed-long = To za długo: najwyżej { $most } znaków. Proszę napisać krócej.
programme-wrong-title = Nazwa może mieć od 1 do { $most } znaków.
programme-wrong-place = Miejsce jest za długie: najwyżej { $most } znaków.
programme-wrong-people = Liczba osób może być od 1 do { $most }, a najmniejsza nie większa od największej.
programme-wrong-meetings = Spotkań może być od 1 do { $most }.
programme-wrong-hours = Godziny się nie zgadzają: { $hours }. Spotkanie może trwać najwyżej 10 godzin i kończy się po początku.
programme-wrong-past = Ten dzień już minął albo jest za daleko: { $day }. Proszę podać inny.
