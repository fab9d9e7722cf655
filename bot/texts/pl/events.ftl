# Wydarzenia: karta, przyciski pod ogłoszeniem, przypomnienia, formularz, plan i kwartał.
event-card =
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
event-card-cancelled =
    { $why ->
        [weather] ❌ Odwołane przez pogodę
       *[other] ❌ Odwołane
    }
event-invitation =
    { $title }
    🗓 { $when }
    📍 { $place }

    Zapraszamy!
    { event-invitation-tap }
event-invitation-seats =
    { $title }
    🗓 { $when }
    📍 { $place }
    👥 Liczba miejsc: { $seats }

    Zapraszamy!
    { event-invitation-tap }
event-invitation-tap = Wystarczy dotknąć „Będę”.
event-button-coming = ✅ Będę
event-button-coming-count = ✅ Będę · { $count }
event-button-coming-mine = ☑️ Będę (zapisane)
event-button-not-coming = Nie będę
event-button-not-coming-mine = ☑️ Nie będę (zapisane)
event-button-calendar = 📅 Do kalendarza
event-button-cancelled = ❌ Odwołane
event-noted-coming =
    { $reminders ->
        [0] Zapisane: będę. Do zobaczenia!
        [1] Zapisane: będę. Przypomnienie przyjdzie przed początkiem.
       *[other] Zapisane: będę. Przypomnienie przyjdzie wieczorem dzień wcześniej i dwie godziny przed początkiem.
    }
event-noted-not-coming = Zapisane: nie będę. W każdej chwili można to zmienić.
event-first-private = Jeszcze jeden krok: proszę otworzyć prywatną rozmowę z Okienkiem i nacisnąć Start. Wtedy będzie można też przypomnieć.
event-gone = Tego wydarzenia już nie ma.
event-over = To wydarzenie już się skończyło.
event-past = Ten czas już minął. Proszę podać późniejszy.
event-cancelled-already = To wydarzenie jest odwołane.
event-reminder = ⏰ Przypomnienie
event-changed = ✏️ Zmiana. Teraz jest tak:
event-cancelled = Niestety, to wydarzenie się nie odbędzie.
event-calendar-caption = Po otwarciu tego pliku termin trafi do kalendarza.
event-calendar-title = Spotkanie
event-calendar-note = Szczegóły są w rozmowie z Okienkiem.
event-list = <b>{ $city }: wydarzenia</b>
event-none =
    <b>{ $city }: wydarzenia</b>
    Na razie nic nie jest zapowiedziane.
event-line = { $title }: { $when }
event-line-cancelled = ❌ { $title }: { $when }
event-count =
    { $count ->
        [0] Na razie nie ma zapisanych osób.
        [one] Zapisała się { $count } osoba.
        [few] Zapisały się { $count } osoby.
        [many] Zapisało się { $count } osób.
       *[other] Zapisało się { $count } osoby.
    }
event-left =
    { $left ->
        [0] 👥 Wszystkie miejsca są zajęte: { $total } z { $total }.
        [one] 👥 Zostało { $left } miejsce z { $total }.
        [few] 👥 Zostały { $left } miejsca z { $total }.
        [many] 👥 Zostało { $left } miejsc z { $total }.
       *[other] 👥 Zostało { $left } miejsca z { $total }.
    }
event-waiting =
    { $people ->
        [one] Na liście oczekujących: { $people } osoba.
        [few] Na liście oczekujących: { $people } osoby.
        [many] Na liście oczekujących: { $people } osób.
       *[other] Na liście oczekujących: { $people } osoby.
    }
event-button-coming-left =
    { $left ->
        [0] ⏳ Brak miejsc · lista oczekujących
       *[other] ✅ Będę · zostało { $left } z { $total }
    }
event-button-coming-people =
    { $people ->
        [one] ☑️ Będę: { $people } osoba
        [few] ☑️ Będziemy: { $people } osoby
        [many] ☑️ Będziemy: { $people } osób
       *[other] ☑️ Będziemy: { $people } osoby
    }
event-button-who = 👥 Kto przyjdzie
event-button-in-line = ⏳ Lista oczekujących
event-party-booked = ✅ Zapisane miejsca: <b>{ $who }</b>
event-party-in-line =
    { $people ->
        [1] ⏳ Na liście oczekujących: <b>{ $who }</b>. Miejsce w kolejce: { $position }. To jeszcze nie jest miejsce na wydarzeniu: gdy się zwolni, przyjdzie wiadomość.
       *[other] ⏳ Na liście oczekujących, tylko razem: <b>{ $who }</b>. Miejsce w kolejce: { $position }. To jeszcze nie są miejsca na wydarzeniu: gdy się zwolnią, przyjdzie wiadomość.
    }
event-party-held = 🔔 Jest miejsce i czeka na odpowiedź: <b>{ $who }</b>
event-button-held = 🔔 Odpowiedzieć
event-party-chosen =
    { $people ->
        [one] Wybrane: <b>{ $who }</b>. To { $people } osoba, jeszcze nie zapisana.
        [few] Wybrane: <b>{ $who }</b>. To { $people } osoby, jeszcze nie zapisane.
        [many] Wybrane: <b>{ $who }</b>. To { $people } osób, jeszcze nie zapisanych.
       *[other] Wybrane: <b>{ $who }</b>. To { $people } osoby, jeszcze nie zapisane.
    }
event-party-line =
    { $left ->
        [0] Wolnych miejsc teraz nie ma.
        [one] Zostało tylko { $left } miejsce.
        [few] Zostały tylko { $left } miejsca.
        [many] Zostało tylko { $left } miejsc.
       *[other] Zostało tylko { $left } miejsca.
    } Na liście czeka się razem: wiadomość przyjdzie, gdy będzie miejsce dla wszystkich.
event-party-who-else = Kto jeszcze przyjdzie?
event-party-who = Kto przyjdzie?
event-party-member =
    { $who ->
        [me] ja
        [child] { $many ->
                [one] dziecko
                [few] { $many } dzieci
                [many] { $many } dzieci
               *[other] { $many } dzieci
            }
        [parent] { $many ->
                [one] mama albo tata
               *[other] rodzice ({ $many })
            }
       *[other] { $many ->
                [one] ktoś jeszcze
                [few] jeszcze { $many } osoby
               *[many] jeszcze { $many } osób
            }
    }
event-button-more =
    { $who ->
        [me] ➕ Ja
        [child] ➕ Dziecko
        [parent] ➕ Mama, tata
       *[other] ➕ Ktoś inny
    }
event-button-fewer =
    { $who ->
        [me] ➖ Beze mnie
        [child] ➖ Dziecko
        [parent] ➖ Mama, tata
       *[other] ➖ Ktoś inny
    }
event-button-book =
    { $people ->
        [one] ✅ Zapisać: { $people } osoba
        [few] ✅ Zapisać: { $people } osoby
        [many] ✅ Zapisać: { $people } osób
       *[other] ✅ Zapisać: { $people } osoby
    }
event-button-wait =
    { $people ->
        [one] ⏳ Stanąć na liście
        [few] ⏳ Stanąć na liście razem: { $people } osoby
        [many] ⏳ Stanąć na liście razem: { $people } osób
       *[other] ⏳ Stanąć na liście razem: { $people } osoby
    }
event-button-leave-line = Zejść z listy
event-button-nobody = Jednak nie będziemy
event-noted-seat = Zapisane, miejsce jest. Kto jeszcze przyjdzie, można wybrać w prywatnej rozmowie z Okienkiem.
event-noted-no-seat = Zapisane: nie będę. Dziękujemy, miejsce może dostać ktoś inny.
event-noted-full = Wszystkie miejsca są zajęte. W prywatnej rozmowie z Okienkiem można stanąć na liście oczekujących.
event-noted-in-line = To już jest zapisane na liście oczekujących. Gdy zwolni się miejsce, przyjdzie wiadomość.
event-noted-overlap = W tym czasie jest już coś innego. W prywatnej rozmowie z Okienkiem można zapisać się mimo to.
event-party-done = ✅ <b>Zapisane.</b> Do zobaczenia!
event-party-done-reminded = ✅ <b>Zapisane.</b> Przed początkiem przyjdzie przypomnienie.
event-party-waits = ⏳ <b>Zapisane na liście.</b>
event-party-left-line = Lista jest już bez tego wpisu.
event-party-wrong =
    { $most ->
        [one] Można wybrać od 1 do { $most } osoby. Gdy ma przyjść więcej, pomoże telefon do Centrum.
        [few] Można wybrać od 1 do { $most } osób. Gdy ma przyjść więcej, pomoże telefon do Centrum.
        [many] Można wybrać od 1 do { $most } osób. Gdy ma przyjść więcej, pomoże telefon do Centrum.
       *[other] Można wybrać od 1 do { $most } osoby. Gdy ma przyjść więcej, pomoże telefon do Centrum.
    }
event-ask-seats = Ile jest miejsc? Proszę napisać liczbę, na przykład 40. Gdy wszystkie będą zajęte, zacznie się lista oczekujących.
event-button-no-limit = Bez limitu
event-button-caller = ☎️ Zapisać kogoś, kto dzwoni
event-button-seats = 👥 Liczba miejsc
event-seats-changed = Zapisane. Nikt nie stracił miejsca. Jeśli ktoś czekał, a miejsc przybyło, właśnie dostaje wiadomość.
event-seats-wrong = Tu potrzebna jest jedna liczba od 1 do { $most }, na przykład 40.
event-seats-fewer =
    { $taken ->
        [one] Zajęte jest już { $taken } miejsce, więc mniej być nie może: nikomu nie zabieramy miejsca.
        [few] Zajęte są już { $taken } miejsca, więc mniej być nie może: nikomu nie zabieramy miejsca.
        [many] Zajętych jest już { $taken } miejsc, więc mniej być nie może: nikomu nie zabieramy miejsca.
       *[other] Zajęte jest już { $taken } miejsca, więc mniej być nie może: nikomu nie zabieramy miejsca.
    }
event-seats-stay = Tego limitu nie da się już zdjąć, bo są zapisane miejsca. Można podać większą liczbę.
event-button-list = 🗓 Wydarzenia
event-button-new = ➕ Nowe wydarzenie
event-button-announce = 📣 Ogłosić
event-button-other-time = 🗓 Inny czas
event-button-other-place = 📍 Inne miejsce
event-button-cancel = ❌ Odwołać
event-button-weather = 🌧 Odwołać przez pogodę
event-button-other-reason = Odwołać z innego powodu
event-button-stays = Nie odwoływać
event-button-yes = ✅ Tak
event-button-leave = Przerwać
event-button-no-picture = Bez zdjęcia
event-cancel-why =
    Odwołać <b>{ $title }</b>?
    Kto zapowiedział, że będzie, dowie się od razu. Tego nie można cofnąć.
event-cancelled-told = Odwołane. Kto się zapisał, właśnie dostaje wiadomość. Zaplanowane ogłoszenie o tym wydarzeniu już nie wyjdzie.
event-changed-told = Zmienione. Kto się zapisał, za chwilę dostanie jedną wiadomość o zmianie. Treść ogłoszenia w grupach poprawia się w /ogloszenia.
event-created = Gotowe. Mieszkańcy dowiedzą się dopiero z ogłoszenia.
event-form-left = Przerwane, nic nie zostało zapisane.
event-ask-title =
    <b>Nowe wydarzenie</b>
    Jak się nazywa? Na przykład: Piknik sąsiedzki.

    /anuluj przerywa w każdej chwili.
event-ask-title-plan =
    <b>Nowe wydarzenie z planu</b>
    Tak może się nazywać? Inną nazwę wystarczy napisać.
event-ask-place = Gdzie? Na przykład: park przy ul. Szkolnej, wejście od placu zabaw.
event-ask-when = Kiedy? Na przykład: sobota 16:00 albo 5 grudnia o 17.
event-ask-picture = Jeśli jest plakat albo zdjęcie, proszę je teraz przysłać.
event-button-whom = 📨 Dalej: do kogo
event-button-other-words = ✏️ Inna treść
event-drafted =
    <b>Projekt ogłoszenia</b>
    { $words }

    Na razie nikt tego nie dostał.
event-said = { $said }
event-or-type-again = Jeśli nie, proszę napisać inaczej.
event-once-only = To brzmi jak coś, co się powtarza. Tu proszę podać jeden dzień i godzinę.
event-title-wrong =
    { $most ->
        [one] Nazwa powinna mieć od 1 do { $most } znaku.
        [few] Nazwa powinna mieć od 1 do { $most } znaków.
        [many] Nazwa powinna mieć od 1 do { $most } znaków.
       *[other] Nazwa powinna mieć od 1 do { $most } znaku.
    }
event-place-wrong =
    { $most ->
        [one] Opis miejsca powinien mieć od 1 do { $most } znaku.
        [few] Opis miejsca powinien mieć od 1 do { $most } znaków.
        [many] Opis miejsca powinien mieć od 1 do { $most } znaków.
       *[other] Opis miejsca powinien mieć od 1 do { $most } znaku.
    }
event-refused = To miejsce jest dla osób, które organizują wydarzenia w swoim Centrum. Co się dzieje w okolicy, pokazuje /wydarzenia.
plan-button = 📋 Plan
plan-none = Dla tego Centrum nie ma jeszcze planu działań.
plan-title =
    <b>{ $city }: plan działań</b>
    Nic nie ogłasza się samo. Przycisk prowadzi do zaplanowania.
plan-line =
    { $period ->
        [week] { $name }: { $done } z { $times } w tym tygodniu, { $left }.
        [month] { $name }: { $done } z { $times } w tym miesiącu, { $left }.
        [quarter] { $name }: { $done } z { $times } w tym kwartale, { $left }.
        [half-year] { $name }: { $done } z { $times } w tym półroczu, { $left }.
        [unset] { $name }: { $done } w tym kwartale, plan nie podaje, ile razy.
       *[year] { $name }: { $done } z { $times } w tym roku, { $left }.
    }
plan-line-missing = ◻️ { $line }
plan-line-done = ✅ { $line }
plan-weeks-left =
    { $weeks ->
        [one] został { $weeks } tydzień
        [few] zostały { $weeks } tygodnie
        [many] zostało { $weeks } tygodni
       *[other] zostało { $weeks } tygodnia
    }
plan-days-left =
    { $days ->
        [one] został { $days } dzień
        [few] zostały { $days } dni
        [many] zostało { $days } dni
       *[other] zostało { $days } dnia
    }
plan-source = Źródło: { $title }. Plan obowiązuje do { DATETIME($until, dateStyle: "long") }.
plan-source-old = Źródło: { $title }. Ten plan skończył się { DATETIME($until, dateStyle: "long") }: proszę sprawdzić, czy nadal obowiązuje.
plan-button-item = ➕ { $name }
plan-button-rest = 📋 Działania bez stałej liczby
plan-ask =
    { $line }
    Zaplanować?
plan-button-event = 🗓 Zaplanować wydarzenie
plan-button-announce = 📣 Napisać ogłoszenie
plan-button-noted = ✅ Już się odbyło, zapisać
plan-noted = Zapisane jako wykonane.
plan-noted-already = Na dziś jest to już zapisane jako wykonane.
plan-item-gone = Tego punktu nie ma już w planie.
quarter-button = 📊 Zestawienie kwartalne
quarter-which = Za który kwartał przygotować zestawienie?
quarter-name = { $number }. kwartał { $year }
quarter-unknown = Takiego kwartału nie ma.
quarter-coming-now = Zestawienie przyjdzie za chwilę jako plik.
quarter-caption = Zestawienie: { $number }. kwartał { $year }. Liczby osób poniżej 5 są ukryte.
quarter-sheet-summary = Podsumowanie
quarter-sheet-announcements = Ogłoszenia
quarter-sheet-events = Wydarzenia
quarter-sheet-plan = Plan
quarter-what = Co
quarter-how-many = Ile
quarter-announcements = Wysłane ogłoszenia
quarter-delivered = Dostarczone wiadomości
quarter-events = Wydarzenia
quarter-events-cancelled = W tym odwołane
quarter-coming = Zapowiedziane osoby
quarter-day = Dzień
quarter-title = Nazwa
quarter-place = Miejsce
quarter-state = Stan
quarter-state-stands = bez zmian
quarter-state-weather = odwołane przez pogodę
quarter-state-cancelled = odwołane
quarter-reached = Dostarczone
quarter-not-reached = Odbiorca niedostępny
quarter-uncertain = Niepewne
quarter-held-back = Niewysłane
quarter-community = Społeczność
quarter-plan-says = Według planu
quarter-done = W tym kwartale
quarter-often =
    { $period ->
        [week] { $times } × w tygodniu
        [month] { $times } × w miesiącu
        [quarter] { $times } × w kwartale
        [half-year] { $times } × w półroczu
        [unset] bez podanej liczby
       *[year] { $times } × w roku
    }
