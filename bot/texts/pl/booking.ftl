# Zapis na termin: pytania, przyciski, kartka, przypomnienia, zmiany. W przypomnieniach nigdy nie ma sprawy ani osoby.
booking-menu = 📅 Zapis na termin
booking-button-mine = 🗒 Moje zapisy
booking-none = <b>Tutaj nie ma teraz wolnych terminów do zapisania.</b> Centrum pomoże inaczej:
booking-ask-service = <b>Zapis na termin</b>
    Czego ma dotyczyć spotkanie?
booking-service-gone = Tam nie ma już wolnych terminów. Wolne są jeszcze tu:
booking-ask-topic = <b>Jaka to sprawa?</b>
    Zobaczy to tylko osoba, która doradza, i punkt zapisów w Centrum. W przypomnieniach tego nie będzie.
booking-topic-gone = W tej sprawie nie ma już wolnych terminów. Wolne są jeszcze tu:
booking-button-no-topic = Inna sprawa albo wolę nie podawać
booking-topic-law = ⚖️ Prawo
booking-topic-debts = 💳 Długi
booking-topic-benefits = 📄 Świadczenia
booking-topic-family = 👪 Rodzina
booking-topic-psychology = 💬 Psycholog
booking-topic-violence = 🛡 Przemoc
booking-topic-addiction = 🌱 Uzależnienia
booking-topic-mediation = 🤝 Mediacje
booking-topic-letters = ✍️ Pisma i wnioski
booking-topic-organisations = 🏘 Organizacje
booking-topic-other = Inne
booking-ask-adviser = <b>U kogo?</b>
booking-button-anyone = 🙋 Kto ma wolne
booking-ask-day = <b>Który dzień?</b>
    Można też napisać, na przykład: <i>w czwartek po południu</i>.
booking-ask-day-move = <b>Na kiedy przełożyć?</b>
    Dotychczasowy termin zostaje, dopóki nie będzie nowego. Można też napisać, na przykład: <i>w czwartek po południu</i>.
booking-button-earlier = ◀ Wcześniej
booking-button-later = Później ▶
booking-ask-hour = <b>{ $day }</b>
    O której?
booking-button-whole-day = Cały ten dzień
booking-button-all-days = 🗓 Wszystkie dni
booking-not-then = O tej porze nie ma nic wolnego, ale tego dnia tak:
booking-these-suit = Wtedy wolne są:
booking-nothing-then = Wtedy nie ma nic wolnego. Najbliższe wolne terminy:
booking-day-full = Tego dnia nie ma już nic wolnego. Najbliższe wolne terminy:
booking-nearest = Najbliższe wolne terminy:
booking-said = { $said }
booking-ask-whom = <b>{ $when }</b>
    Dla kogo jest ten termin? Nazwiska nie potrzeba.
booking-for-self = Dla mnie
booking-for-child = Dla dziecka
booking-for-parent = Dla mamy albo taty
booking-for-other = Dla kogoś innego
booking-whom =
    { $relation ->
        [self] 👤 Dla mnie
        [child] { $number ->
                [1] 👤 Dla dziecka
               *[other] 👤 Dla dziecka (nr { $number })
            }
        [parent] { $number ->
                [1] 👤 Dla mamy albo taty
               *[other] 👤 Dla mamy albo taty (nr { $number })
            }
       *[other] { $number ->
                [1] 👤 Dla kogoś innego
               *[other] 👤 Dla kogoś innego (nr { $number })
            }
    }
booking-summary = <b>Czy wszystko się zgadza?</b>
booking-when = 🗓 { $when }
booking-long =
    { $minutes ->
        [one] ⏱ { $minutes } minuta
        [few] ⏱ { $minutes } minuty
        [many] ⏱ { $minutes } minut
       *[other] ⏱ { $minutes } minuty
    }
booking-where = 📍 { $where }
booking-with = 🧑‍💼 { $name }
booking-topic = { $topic }
booking-bring = 🎒 Proszę wziąć ze sobą: { $papers }
booking-code = 🔑 Kod: <b>{ $code }</b>
booking-phone = ☎️ { $number }
booking-button-yes = ✅ Zapisać
booking-button-beside = Zapisać mimo to
booking-other-child = To inne dziecko
booking-other-parent = To druga osoba (mama i tata)
booking-other-other = To ktoś jeszcze inny
booking-done = ✅ <b>Zapisane</b>
booking-slip = 📝 Proszę zapisać na kartce:
booking-slip-when = <b>{ $when }</b>
booking-slip-line = { $text }
booking-slip-phone = tel. { $number }
booking-slip-code = kod { $code }
booking-state-booked =
    { $kind ->
        [shift] <b>Dyżur wolontariatu</b>
       *[other] <b>Spotkanie w Centrum</b>
    }
booking-state-confirmed =
    { $kind ->
        [shift] <b>Dyżur wolontariatu</b> · ✅ potwierdzone
       *[other] <b>Spotkanie w Centrum</b> · ✅ potwierdzone
    }
booking-state-cancelled = ❌ <b>Ten zapis jest odwołany</b>
booking-state-called-off = <b>Centrum odwołało ten termin</b>
booking-state-over = <b>Ten termin już minął</b>
booking-confirmed = ✅ <b>Dziękujemy, potwierdzone</b>
booking-cancelled =
    { $kind ->
        [talk] ❌ <b>Rozmowa odwołana</b>
            Dziękujemy za wiadomość. Inny termin może zaproponować osoba, która prowadzi spotkania.
        [meeting] ❌ <b>Odwołane to jedno spotkanie</b>
            Dziękujemy za wiadomość. Pozostałe spotkania zostają bez zmian.
       *[other] ❌ <b>Odwołane</b>
            Dziękujemy za wiadomość. Ktoś inny może skorzystać z tego terminu.
    }
booking-moved = ✅ <b>Przełożone</b>
booking-change-this = <b>Chodzi o ten zapis?</b> Nic jeszcze się nie zmieniło.
booking-change-which = <b>O który zapis chodzi?</b> Nic jeszcze się nie zmieniło.
booking-none-then = Na ten dzień nic tu nie jest zapisane. W tej rozmowie zapisane są:
booking-stranger = Niczego nie odwołano ani nie zmieniono. O zapisach zrobionych poza tą rozmową nie mogę nic powiedzieć ani ich zmienić. Jeśli jest kod z kartki, proszę go napisać. Pomoże też telefon do Centrum.
booking-code-unknown = Ten kod się nie zgadza. Proszę sprawdzić kartkę i napisać jeszcze raz. Pomoże też telefon do Centrum.
booking-cancel-sure = Odwołać termin <b>{ $when }</b>?
booking-move-sure = Przełożyć?
    Teraz: { $before }
    Nowy termin: <b>{ $after }</b>
booking-move-sure-again = Zapisać na nowy termin?
    Odwołany: { $before }
    Nowy termin: <b>{ $after }</b>
booking-button-confirm = ✅ Potwierdzam
booking-button-move = 🔁 Przełożyć
booking-button-cancel = ❌ Odwołać
booking-button-calendar = 📅 Do kalendarza
booking-button-calendar-cancelled = 📅 Usunąć z kalendarza
booking-button-new = 📅 Nowy termin
booking-button-cancel-sure = ❌ Tak, odwołać
booking-button-move-rather = 🔁 Lepiej przełożyć
booking-button-keep = Zostawić tak, jak jest
booking-button-move-sure = ✅ Tak
booking-button-other-times = 🗓 Inne terminy
booking-list = <b>Moje zapisy</b>
booking-list-none = W tej rozmowie nic nie jest teraz zapisane. Zapisy zrobione inaczej pokaże kod z kartki.
booking-line =
    { $relation ->
        [child] { $when } · dziecko
        [parent] { $when } · rodzic
        [other] { $when } · inna osoba
       *[self] { $when }
    }
booking-reminder =
    { $kind ->
        [shift] ⏰ <b>Przypomnienie: dyżur wolontariatu</b>
       *[other] ⏰ <b>Przypomnienie: spotkanie w Centrum</b>
    }
booking-called-off =
    { $kind ->
        [shift] <b>Zmiana od Centrum.</b> Przepraszamy, ten dyżur się nie odbędzie. Inne są pod /pomagam:
       *[other] <b>Zmiana terminu przez Centrum.</b> Przepraszamy, to spotkanie się nie odbędzie:
    }
booking-called-off-instead = Zamiast tego, jednym dotknięciem:
booking-called-off-none = Innych wolnych terminów na razie nie ma. Centrum zadzwoni albo pomoże przez telefon.
booking-freed =
    { $kind ->
        [shift] Ktoś zrezygnował z dyżuru wolontariatu ({ $title }):
       *[other] Zwolnił się termin:
    }
booking-calendar-title =
    { $kind ->
        [shift] Dyżur wolontariatu
       *[other] Spotkanie w Centrum
    }
booking-calendar-note = Szczegóły są w rozmowie z Okienkiem.
booking-calendar-caption = Po otwarciu tego pliku termin trafi do kalendarza.
booking-calendar-caption-cancelled = Po otwarciu tego pliku termin zniknie z kalendarza.
command-zapisy = Zapis na termin
command-moje = Moje zapisy
