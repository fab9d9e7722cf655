# Okienko dla biura i doradcy: zapis przez telefon, telefony, dzień doradcy, zestawienie z dyżurów.
counter-topic =
    { $topic ->
        [law] Sprawy prawne
        [debts] Długi
        [benefits] Świadczenia i zasiłki
        [family] Rodzina
        [psychology] Psycholog
        [violence] Przemoc w domu
        [addiction] Uzależnienia
        [mediation] Mediacje
        [letters] Pisma i wnioski
        [organisations] Dla organizacji
       *[other] Inna sprawa
    }
counter-topic-words =
    { $topic ->
        [law] prawnik prawne prawo
        [debts] długi zadłużenie
        [benefits] świadczenia zasiłki
        [family] rodzina rodzinne
        [psychology] psycholog
        [violence] przemoc
        [addiction] uzależnienia
        [mediation] mediacje mediator
        [letters] pisma wnioski
        [organisations] organizacje dotacje
       *[other] inne
    }
counter-anybody = Kto ma wolne
counter-any-topic = każdy temat
counter-of-account =
    { $relation ->
        [self] zapis z czatu
        [child] zapis z czatu: dziecko
        [parent] zapis z czatu: rodzic
       *[other] zapis z czatu: ktoś bliski
    }
counter-weekday =
    { $weekday ->
        [0] pn.
        [1] wt.
        [2] śr.
        [3] czw.
        [4] pt.
        [5] sob.
       *[other] niedz.
    }
counter-day =
    { $apart ->
        [0] dzisiaj, { $day }
       *[other] jutro, { $day }
    }
counter-letter =
    { $letter ->
        [C] C jak Celina
        [D] D jak Dorota
        [F] F jak Filip
        [G] G jak Grażyna
        [H] H jak Henryk
        [J] J jak Jadwiga
        [K] K jak Karol
        [M] M jak Maria
        [N] N jak Natalia
        [P] P jak Paweł
        [R] R jak Roman
        [T] T jak Tadeusz
        [W] W jak Wanda
        [X] X jak Xawery
       *[other] Y igrek
    }
counter-fact-person = 👤 { $person }
counter-fact-when = 🗓 { $when }
counter-fact-where = 📍 { $where }
counter-fact-who = 🧑‍💼 { $who }
counter-fact-topic = 💬 { $topic }
counter-fact-code = 🔑 Kod: <code>{ $code }</code>
counter-home =
    <b>Zapis przez telefon albo na miejscu</b>
    Proszę wybrać temat albo napisać wszystko w jednej linii, na przykład:
    <i>jutro 10 prawnik Kowalska 600 000 000</i>

    Zapis można też znaleźć po kodzie: wystarczy go napisać.
counter-for = Dla: <b>{ $person }</b>
counter-slots =
    <b>Najbliższe wolne terminy</b>
    { $what }
    Dotknięcie terminu zapisuje.
counter-no-slots =
    <b>Nie ma wolnych terminów</b>
    { $what }
    Można sprawdzić inny dzień albo kogoś innego. To, że zabrakło miejsca, trafi do zestawienia z dyżurów.
counter-not-that-hour =
    <b>O tej godzinie nie ma wolnego.</b>
    Najbliżej jest:
counter-not-that-day =
    <b>Tego dnia nie ma wolnego.</b>
    Najbliżej jest:
counter-instead =
    <b>{ $why }</b>
    Nic nie przepadło. Najbliżej jest:
counter-whose = Do kogo?
counter-days =
    <b>Dni z wolnymi terminami</b>
    { $what }
counter-day-free = <b>Wolne: { $day }</b>
counter-day-full = <b>{ $day }</b>: nie ma już wolnego.
counter-ask-name =
    <b>{ $when }</b>
    Kogo zapisać? Proszę napisać nazwisko albo inicjały i, jeśli jest, numer telefonu.

    /anuluj przerywa.
counter-overlap =
    ⚠️ { $said }
    Zapisać mimo to?
counter-booked = ✅ <b>Zapisane</b>
counter-moved = ✅ <b>Przeniesione</b>, kod zostaje ten sam
counter-cancelled = ❌ <b>Odwołane</b>, termin jest znowu wolny
counter-state =
    { $state ->
        [booked] 🕘 <b>Zapisane</b>, jeszcze bez potwierdzenia
        [confirmed] ☑️ <b>Potwierdzone</b>
        [cancelled] ❌ <b>Odwołane</b>
        [called-off] ❌ <b>Odwołane przez Centrum</b>
        [came] ✅ <b>Rozmowa się odbyła</b>
       *[missed] ✖️ <b>Nikt nie przyszedł</b>
    }
counter-read-out =
    Do przeczytania na głos: { $spelled }.
    Po tym kodzie można sprawdzić, przenieść albo odwołać spotkanie.
counter-cancel-sure = <b>Na pewno odwołać?</b>
counter-left = Przerwane, nikt nie został zapisany.
counter-no-code = Nie ma tu zapisu z kodem { $code }. Proszę sprawdzić litery: kod ma 7 znaków.
counter-outdated = Ten przycisk jest już nieaktualny. Proszę zacząć od /zapisz albo /dzis.
counter-button-nearest = ⏱ Najbliższe
counter-button-who = 👤 Do kogo
counter-button-calls = ☎️ Telefony
counter-button-print = 🖨 Dzień na papierze
counter-button-print-day = 🖨 Ten dzień na papierze
counter-button-days = 📅 Inny dzień
counter-button-other-hour = Inny termin
counter-button-anyway = Zapisać mimo to
counter-button-confirm = ☑️ Potwierdzić
counter-button-move = 🔁 Przenieść
counter-button-cancel = ❌ Odwołać
counter-button-next = ➕ Następna osoba
counter-button-sure = ❌ Tak, odwołać
counter-button-keep = Nie odwoływać
counter-button-reached = ✅ { $number }
counter-button-not-reached = 📵 { $number }
counter-button-open = ✏️ { $number }
counter-button-door = 🚪 Na drzwi: bez nazwisk
counter-button-desk = 🗂 Dla biura: z nazwiskami
counter-button-walk-in = ➕ Bez zapisu
counter-button-delay = ⏰ +{ $minutes } min
counter-button-link = 🔗 Nowy link do dnia
counter-button-link-off = 🚫 Wyłączyć link
counter-button-came = ✅ { $hour } jest
counter-button-missed = ✖️ { $hour } nie ma
counter-button-came-after-all = ✅ { $hour } jednak jest
counter-button-note = 📝 { $hour } temat i czas
counter-button-later = Później
counter-button-unlink = Odłączyć konto
counter-button-account = Konto nr { $account }
counter-calls =
    { $count ->
        [0] <b>☎️ { $day }</b>: do nikogo nie trzeba dzwonić.
        [one] <b>☎️ { $day }</b>: { $count } telefon
        [few] <b>☎️ { $day }</b>: { $count } telefony
        [many] <b>☎️ { $day }</b>: { $count } telefonów
       *[other] <b>☎️ { $day }</b>: { $count } telefonu
    }
counter-call = <b>{ $number }.</b> { $person }, { $phone }
counter-no-phone = bez numeru, kod { $code }
counter-call-about = { $when } · { $who }
counter-call-why =
    { $reason ->
        [called-off] ❗ Centrum odwołało, trzeba powiedzieć
        [other-room] 📍 inny pokój, trzeba powiedzieć
        [moved] 🗓 inny czas albo miejsce, trzeba powiedzieć
        [delay] ⏰ zacznie się później, trzeba powiedzieć
        [no-messenger] bez komunikatora
        [blocked] wiadomości nie dochodzą
       *[unconfirmed] bez potwierdzenia
    }
counter-call-tried = 📵 nikt nie odebrał o { $hour }
counter-calls-legend = ✅ rozmowa była (spotkanie jest potwierdzone) · 📵 nikt nie odebrał · ✏️ przeniesienie albo odwołanie
counter-paper-desk = 🗂 { $day }: lista z nazwiskami przyjdzie za chwilę. Jest tylko dla biura.
counter-paper-door = 🚪 { $day }: lista bez nazwisk przyjdzie za chwilę.
counter-paper-note-desk = Tylko dla biura. Po dyżurze proszę zniszczyć.
counter-paper-note-door = Godziny rozmów. Zapisy: w Centrum, przez telefon albo przez Okienko.
counter-paper-nothing = Tego dnia nie ma dyżurów.
counter-paper-caption-desk = Dla biura: { $day }. Są tu nazwiska i numery: proszę nie przesyłać dalej.
counter-paper-caption-door = Na drzwi: { $day }. Nie ma tu nazwisk.
counter-col-hour = Godzina
counter-col-room = Gdzie
counter-col-person = Kto
counter-col-phone = Telefon
counter-col-code = Kod
counter-col-state = Stan
counter-door-taken = zajęte
counter-door-free = wolne
counter-state-short =
    { $state ->
        [booked] zapis
        [confirmed] potwierdzone
        [came] była rozmowa
       *[missed] nikt nie przyszedł
    }
counter-sheet =
    <b>{ $day }</b>
    { $who }
counter-sheet-empty = Tego dnia nie ma dyżuru.
counter-sheet-free = ▫️ <b>{ $hour }</b> wolne
counter-sheet-line =
    { $state ->
        [booked] 🕘 <b>{ $hour }</b> { $about }
        [confirmed] ☑️ <b>{ $hour }</b> { $about }
        [came] ✅ <b>{ $hour }</b> { $about }
       *[missed] ✖️ <b>{ $hour }</b> { $about }
    }
counter-ask-topic =
    Zapisane: rozmowa była.
    <b>Czego dotyczyła?</b> Do zestawienia trafi tylko temat i czas, bez osoby.
counter-ask-topic-walk-in = <b>Ktoś bez zapisu. Czego dotyczyła rozmowa?</b>
counter-ask-minutes = <b>{ $topic }.</b> Ile minut?
counter-minutes = { $minutes }
counter-noted = 📝 Zapisane w zestawieniu porad.
counter-noted-already = 📝 To już było zapisane.
counter-delay-told =
    { $count ->
        [0] ⏰ Żadna wiadomość nie wyszła.
        [one] ⏰ Wiadomość dostaje { $count } osoba.
        [few] ⏰ Wiadomość dostają { $count } osoby.
        [many] ⏰ Wiadomość dostaje { $count } osób.
       *[other] ⏰ Wiadomość dostaje { $count } osoby.
    }
counter-delay-phone = Bez komunikatora: { $hours }. Biuro ma te osoby na liście telefonów.
counter-delay = ⏰ Opóźnienie ok. { $minutes } minut. Dzisiejsze spotkanie z godziny { $hour } zacznie się trochę później. Przepraszamy.
counter-link =
    🔗 <b>Link do dnia: { $who }</b>
    { $link }

    Kto ma ten link, widzi cały dzień. Proszę go nikomu nie przesyłać. Nowy link wyłącza poprzedni.
counter-link-off = 🚫 Link jest wyłączony.
counter-no-pages = Adres strony Okienka nie jest jeszcze ustawiony, więc linku nie da się zrobić. Pomoże osoba, która opiekuje się Okienkiem.
counter-advisers =
    <b>Doradcy</b>
    Kto widzi czyj dzień? Można połączyć dyżur z kontem doradcy albo zrobić link.
counter-button-report = 📊 Zestawienie z dyżurów
counter-advisers-none = Nie ma jeszcze doradców: pojawią się razem z pierwszym grafikiem.
counter-adviser =
    <b>{ $who }</b>
    { $state }
counter-adviser-linked = Ten dzień widzi konto nr { $account }.
counter-adviser-unlinked = Tego dnia nie widzi jeszcze żadne konto. Numer swojego konta doradca zobaczy po napisaniu /dzis.
counter-adviser-nobody = Tego dnia nie widzi jeszcze żadne konto. Najpierw ktoś musi dostać rolę doradcy (polecenie okienko grant). Można też zrobić link.
counter-not-linked = To konto nie jest jeszcze połączone z dyżurem. Proszę podać w biurze numer konta: <b>{ $account }</b>. Biuro łączy je przez /doradcy.
counter-refused = To miejsce jest dla osób z biura i doradców. Termin dla siebie można znaleźć, pisząc po prostu, czego potrzeba.
counter-not-yours = Nie ma takiego zapisu na tym dyżurze.
counter-not-here = Nie ma tego w tym Centrum.
counter-not-today-yet = Ten dzień dopiero będzie.
counter-not-begun = Ta godzina jeszcze się nie zaczęła: „Nikt nie przyszedł” można zaznaczyć potem.
counter-no-such-account = Tego konta nie da się połączyć: nie ma roli doradcy albo ma już swój dyżur.
counter-did-not-come = Temat można zapisać, gdy rozmowa się odbyła.
counter-report = <b>{ $city }: dyżury z ostatnich { $weeks } tygodni</b>
counter-report-nothing = W tym czasie nie było terminów, więc nie ma czego policzyć.
counter-report-fill = Zajęte terminy: { $taken } z { $seats }.
counter-report-missed = Nikt nie przyszedł: { $missed } z { $expected } umówionych spotkań.
counter-report-topics = <b>O co proszono przy zapisie</b>
counter-report-topic = • { $topic }: { $people }
counter-report-unmet = • { $topic }: { $times } razy nie było wolnego terminu
counter-report-no-advice = Te liczby nie wskazują jeszcze godzin, które warto dodać albo zdjąć.
counter-report-how = Oceniane są tylko godziny, w których było co najmniej 8 terminów. Liczby osób poniżej 5 są ukryte.
counter-advice =
    { $what ->
        [add] ➕ <b>{ $weekday } { $begins }–{ $ends }</b>: { $taken } z { $seats } terminów zajętych, { $wished } razy ktoś szukał i nie było wolnego: warto dodać.
        [consider] ➕ <b>{ $weekday } { $begins }–{ $ends }</b>: { $taken } z { $seats } terminów zajętych: prawie wszystko, można pomyśleć o dodaniu.
        [drop] ➖ <b>{ $weekday } { $begins }–{ $ends }</b>: { $taken } z { $seats } terminów zajętych: można pomyśleć o innej porze.
       *[missed] ☎️ <b>{ $weekday } { $begins }–{ $ends }</b>: nikt nie przyszedł { $missed } z { $expected } razy: warto dzwonić dzień wcześniej.
    }
counter-chart-title = { $city }: dyżury z ostatnich { $weeks } tygodni
counter-chart-topics = O co proszono przy zapisie
counter-chart-fill = Zajęte terminy
counter-chart-missed = Spotkania, na które nikt nie przyszedł
counter-chart-note = Puste pole: za mało, żeby pokazać. Liczby osób poniżej 5 są ukryte.
counter-chart-caption = Dyżury w liczbach. Na obrazku nie ma nikogo z nazwiska.
counter-page-title = Dyżur
counter-page-link-of = Ta strona jest tylko dla: { $who }
counter-page-came = Jest
counter-page-missed = Nie ma
counter-page-came-after-all = Jednak jest
counter-page-topic = Temat
counter-page-minutes = Minuty
counter-page-noted = w zestawieniu
counter-page-walk-in = Ktoś bez zapisu
counter-page-delay = Opóźnienie: powiedzieć czekającym
counter-page-delay-button = ok. { $minutes } min
counter-page-privacy = Do zestawienia trafia tylko temat i czas, bez osoby. Po dyżurze proszę zamknąć stronę.
counter-page-gone-title = Tej strony nie ma
counter-page-gone = Ten link nie działa albo został wyłączony. Nowy robi biuro albo doradca poleceniem /dzis.
counter-page-slow-down = Za dużo naraz. Proszę spróbować za minutę.
