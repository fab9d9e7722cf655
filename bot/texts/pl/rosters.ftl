# Grafik dyżurów: podgląd, publikacja, błędy w liniach, nieobecności, dni zamknięte, tablica ogłoszeń.
roster-month =
    { $month ->
        [1] styczeń
        [2] luty
        [3] marzec
        [4] kwiecień
        [5] maj
        [6] czerwiec
        [7] lipiec
        [8] sierpień
        [9] wrzesień
        [10] październik
        [11] listopad
       *[other] grudzień
    }
roster-weekday =
    { $weekday ->
        [0] pn
        [1] wt
        [2] śr
        [3] czw
        [4] pt
        [5] sob
       *[other] nd
    }
roster-refused = Grafik prowadzi biuro Centrum. Wolne terminy pokazuje karta usługi.
roster-title = <b>{ $city }: dyżury, { $month }</b>
roster-empty = W tym miesiącu nie ma jeszcze dyżurów.
roster-line-day = <b>{ $day }</b>
roster-line-duty = { $duty }
roster-line-closed = 🚪 { $day }: zamknięte ({ $reason })
roster-more-lines =
    { $count ->
        [one] … i jeszcze { $count } dyżur. Całość jest na obrazku.
        [few] … i jeszcze { $count } dyżury. Całość jest na obrazku.
        [many] … i jeszcze { $count } dyżurów. Całość jest na obrazku.
       *[other] … i jeszcze { $count } dyżuru. Całość jest na obrazku.
    }
roster-step = co { $step } min
roster-button-type = ✏️ Wpisać dyżury
roster-button-picture = 🖼 Obrazek
roster-button-pdf = 📄 PDF na tablicę
roster-button-sample = 📎 Wzór pliku
roster-button-absence = 🤒 Nieobecność
roster-button-closing = 🚪 Dni zamknięte
roster-button-look = 👀 Podgląd zmiany
roster-button-refresh = 🔄 Odświeżyć
roster-button-publish = ✅ Opublikować
roster-button-add = ➕ Dodać: { $name }
roster-button-whole = 📆 To cały miesiąc, reszta znika
roster-button-beside = ➕ Tylko dodać, reszta zostaje
roster-button-month = 🗓 Grafik miesiąca
roster-button-booking = Mój termin
roster-button-call-off = ❌ Odwołać te dyżury
roster-button-also = ➕ Także { $day }
roster-button-close = 🚪 Zamknąć
roster-button-open = Jednak otwarte: { $day }
roster-ask =
    <b>{ $month }: nowe dyżury</b>
    Jeden dyżur to jedna linia. Może być kilka linii naraz:

    <code>poniedziałki 9–13 prawnik, pokój 12, co 30 min</code>
    <code>w każdy pierwszy wtorek miesiąca 10–12 mediator</code>
    <code>3, 10 i 17 grudnia 9–12 psycholog, przerwa 10 min</code>
    <code>piątki 9–12 prawnik oprócz 18 grudnia</code>

    Można też przysłać plik .xlsx albo .csv (jest wzór: /wzor_grafiku). Nic się nie zmieni, zanim nie zostanie opublikowane. /anuluj przerywa.
roster-left = Przerwane. Grafik jest taki, jak był.
roster-preview = <b>Podgląd zmiany: { $month }</b>
roster-no-change = Nic się nie zmienia: tak jest już opublikowane.
roster-line-added = ➕ { $duty }
roster-line-gone = ➖ { $duty }
roster-line-moved = 🚪 { $duty } → { $room }
roster-same =
    { $count ->
        [one] Bez zmian: { $count } dyżur.
        [few] Bez zmian: { $count } dyżury.
        [many] Bez zmian: { $count } dyżurów.
       *[other] Bez zmian: { $count } dyżuru.
    }
roster-affected =
    { $count ->
        [0] Zmiana nie dotyczy żadnego zapisu.
        [one] Zmiana dotyczy { $count } zapisu.
        [few] Zmiana dotyczy { $count } zapisów.
        [many] Zmiana dotyczy { $count } zapisów.
       *[other] Zmiana dotyczy { $count } zapisu.
    }
roster-affected-calls =
    { $count ->
        [one] { $count } osoba bez komunikatora: trzeba zadzwonić.
        [few] { $count } osoby bez komunikatora: trzeba zadzwonić.
        [many] { $count } osób bez komunikatora: trzeba zadzwonić.
       *[other] { $count } osoby bez komunikatora: trzeba zadzwonić.
    }
roster-affected-room =
    { $count ->
        [one] W tym { $count } zapis zostaje, zmienia się tylko pokój.
        [few] W tym { $count } zapisy zostają, zmienia się tylko pokój.
        [many] W tym { $count } zapisów zostaje, zmienia się tylko pokój.
       *[other] W tym { $count } zapisu zostaje, zmienia się tylko pokój.
    }
roster-will-be-told = Pozostałe osoby dostaną po jednej wiadomości z najbliższymi wolnymi terminami.
roster-skipped = Pominięte dni wolne: { $days }.
roster-doubtful = Proszę sprawdzić, to dni wolne od pracy: { $days }.
roster-which-service = Której usługi to dotyczy?
roster-stranger = Tej osoby jeszcze nie ma: <b>{ $name }</b>. Jeśli to pomyłka, proszę wpisać jeszcze raz. Jeśli nie, można ją dodać.
roster-problems =
    { $count ->
        [one] Jedna rzecz do poprawienia. Nic nie zostało zmienione.
        [few] { $count } rzeczy do poprawienia. Nic nie zostało zmienione.
        [many] { $count } rzeczy do poprawienia. Nic nie zostało zmienione.
       *[other] { $count } rzeczy do poprawienia. Nic nie zostało zmienione.
    }
roster-problem = <b>Wiersz { $line }:</b> { $sentence }
roster-published-already = Ten grafik jest już opublikowany.
roster-changed-meanwhile = W międzyczasie coś się tu zmieniło. Proszę otworzyć podgląd jeszcze raz: pokaże, jak jest teraz.
roster-not-ready = Tego nie można jeszcze opublikować. Podgląd mówi, czego brakuje.
roster-published =
    { $count ->
        [0] ✅ Opublikowane. Nowych terminów nie ma.
        [one] ✅ Opublikowane. Przybył { $count } termin.
        [few] ✅ Opublikowane. Przybyły { $count } terminy.
        [many] ✅ Opublikowane. Przybyło { $count } terminów.
       *[other] ✅ Opublikowane. Przybyło { $count } terminu.
    }
roster-told-people =
    { $told ->
        [0] Wiadomości nie dostaje nikt.
        [one] Wiadomość dostaje { $told } osoba.
        [few] Wiadomość dostają { $told } osoby.
        [many] Wiadomość dostaje { $told } osób.
       *[other] Wiadomość dostaje { $told } osoby.
    }
roster-told-calls =
    { $count ->
        [one] ☎️ Do { $count } osoby trzeba zadzwonić. Jest na liście telefonów.
        [few] ☎️ Do { $count } osób trzeba zadzwonić. Są na liście telefonów.
        [many] ☎️ Do { $count } osób trzeba zadzwonić. Są na liście telefonów.
       *[other] ☎️ Do { $count } osoby trzeba zadzwonić. Są na liście telefonów.
    }
roster-told-room =
    Zmiana miejsca spotkania
    🗓 { $when }
    📍 <b>{ $room }</b>
    Dzień i godzina zostają.
roster-told-absence = ❌ { $who }: dyżur odwołany ({ $days }).
roster-told-closed = 🚪 Centrum zamknięte, dyżury odwołane: { $days }.
roster-absence-who = Czyje dyżury trzeba odwołać?
roster-absence-nobody = Nie ma tu jeszcze nikogo, kto prowadzi dyżury.
roster-absence-days = <b>{ $who }</b>: którego dnia? Następne dni można dodać potem.
roster-absence-no-days = <b>{ $who }</b>: nie ma teraz żadnych dyżurów.
roster-absence-preview = Odwołać dyżury: <b>{ $who }</b>, { $days }?
roster-absence-done = ❌ Odwołane.
roster-nothing-there = W tych dniach nie ma już nic do odwołania.
roster-closing-list = <b>Dni, gdy Centrum jest zamknięte</b> (poza weekendami i świętami)
roster-closing-none = Nie ma zapisanych dni zamkniętych. Nowy dzień wystarczy napisać tak: /zamkniete 24 grudnia Wigilia
roster-closing-which = Którego dnia? Na przykład: /zamkniete 24 grudnia Wigilia. Takiego dnia, jak tu napisano, nie ma w kalendarzu albo go nie widać.
roster-closing-past = Ten dzień już minął albo dni jest za dużo.
roster-closing-ask = Zamknąć: <b>{ $days }</b>?
roster-closing-preview = Odwołane będą dyżury: { $days }.
roster-closing-done = 🚪 Zapisane. Powtarzające się dyżury będą ten dzień omijać.
roster-closing-opened = Ten dzień znów jest otwarty. Odwołane dyżury nie wracają same: można je wpisać w /grafik.
roster-paper-coming = Plik przyjdzie za chwilę.
roster-paper-title = Dyżury: { $month }
roster-paper-phone = Zapisy: { $phone }
roster-paper-foot = stan na { $day }
roster-paper-closed = zamknięte
roster-paper-more = i jeszcze { $n }
roster-sample-caption = Jeden wiersz to jeden dyżur. Po zmianach wystarczy odesłać ten plik tutaj: najpierw pokaże się podgląd.
roster-file-kind = Grafik można przysłać jako plik .xlsx albo .csv. Wzór: /wzor_grafiku
roster-file-coming = 📎 Czytam plik. Podgląd przyjdzie za chwilę.
roster-file-waits = Ten plik jest jeszcze czytany. Za chwilę będzie podgląd.
roster-file-read =
    { $count ->
        [one] Plik przeczytany: { $count } dyżur. Nic się jeszcze nie zmieniło.
        [few] Plik przeczytany: { $count } dyżury. Nic się jeszcze nie zmieniło.
        [many] Plik przeczytany: { $count } dyżurów. Nic się jeszcze nie zmieniło.
       *[other] Plik przeczytany: { $count } dyżuru. Nic się jeszcze nie zmieniło.
    }
roster-file-wrong =
    { $count ->
        [one] W pliku jest jedna rzecz do poprawienia.
        [few] W pliku są { $count } rzeczy do poprawienia.
        [many] W pliku jest { $count } rzeczy do poprawienia.
       *[other] W pliku jest { $count } rzeczy do poprawienia.
    }
roster-file-size = Plik jest za duży: może mieć najwyżej { $megabytes } MB.
roster-file-format = Tego pliku nie da się odczytać. Proszę zapisać go jako .xlsx albo .csv. Wzór: /wzor_grafiku
roster-file-rows = Plik ma za dużo wierszy: może ich być najwyżej { $rows }.
roster-file-columns = W pliku brakuje kolumn: { $lacking }. Nazwy kolumn są we wzorze: /wzor_grafiku
roster-file-months = W pliku są dni z różnych miesięcy. Jeden plik to jeden miesiąc.
roster-file-fetch = Pliku nie udało się pobrać. Proszę przysłać go jeszcze raz.
roster-wrong-nothing = nie ma tu żadnego dyżuru, który jest jeszcze przed nami.
roster-wrong-past-month = miesiąc { $month } { $year } już minął. Grafik układa się na ten albo na następne miesiące.
roster-wrong-too-many = za dużo dyżurów w jednym miesiącu: może ich być najwyżej { $most }.
roster-wrong-lines = za dużo linii naraz: może ich być najwyżej { $most }. Większy grafik łatwiej przysłać jako plik.
roster-wrong-provider =
    { $other ->
        [0] { $who } ma wtedy już coś innego: { $day }, { $hours } i { $others }.
       *[other] { $who } ma dwa dyżury naraz: { $day }, { $hours } i { $others } (wiersz { $other }).
    }
roster-wrong-room =
    { $other ->
        [0] { $who }: to miejsce jest wtedy zajęte, { $day }, { $hours } i { $others }.
       *[other] { $who }: dwa dyżury naraz w jednym miejscu, { $day }, { $hours } i { $others } (wiersz { $other }).
    }
roster-wrong-name = nazwa osoby i pokoju powinna mieć od 1 do { $most } znaków.
roster-wrong-month = { $day } jest w innym miesiącu. Jeden grafik to jeden miesiąc.
roster-wrong-past = { $day } już minął.
roster-wrong-closed = { $day } Centrum jest zamknięte. Lista dni: /zamkniete
roster-wrong-never = { $day } zegary idą do przodu i godziny { $hour } wtedy nie ma. Proszę podać inną.
roster-wrong-twice = { $day } zegary się cofają i godzina { $hour } jest dwa razy. Proszę podać godziny poza 2:00–3:00.
roster-wrong-span = godziny { $hours } nie są dobre: koniec musi być po początku, dyżur trwa najwyżej 14 godzin.
roster-wrong-step = jeden termin może trwać od { $low } do { $high } minut.
roster-wrong-short = w godzinach { $hours } nie zmieści się ani jeden termin po { $step } min.
roster-wrong-no-day = dnia { $date } nie ma w kalendarzu („{ $said }”).
roster-wrong-hours = nie widać godzin od–do, na przykład 9–13 („{ $said }”).
roster-wrong-days = nie widać dnia, na przykład „poniedziałki” albo „3 grudnia” („{ $said }”).
roster-wrong-who = nie widać, kto ma dyżur, na przykład „prawnik” („{ $said }”).
roster-wrong-fortnight = „co drugi” może znaczyć różne tygodnie. Proszę wpisać daty („{ $said }”).
roster-wrong-date = „{ $said }” to nie data taka jak 2026-12-03 albo 3.12.2026.
roster-wrong-hour = „{ $said }” to nie godzina taka jak 9:00.
roster-wrong-minutes = „{ $said }” to nie liczba minut.
roster-wrong-service = nie ma tu usługi „{ $said }”. Kod usługi jest na jej karcie, na przykład „pio”.
roster-wrong-formula = tu stoi formuła. Proszę wpisać samą treść.
