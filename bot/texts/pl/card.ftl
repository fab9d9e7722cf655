card-title = <b>{ $name }</b>
card-what = { $text }
card-for-whom = 👤 <b>Dla kogo:</b> { $text }
card-cost = 💰 <b>Ile kosztuje:</b> { $text }
card-how = 📝 <b>Jak się zgłosić:</b> { $text }
card-documents = 📄 <b>Dokumenty:</b> { $text }
card-capacity = 👥 <b>Ile osób:</b> { $text }
card-phone = 📞 <b>Telefon:</b> { $number }{ $note }
card-hours = 🕘 <b>Godziny:</b> { $days } { $opens }–{ $closes }{ $note }
card-where = 📍 <b>Gdzie:</b> { $text }
card-access = ♿ <b>Dostępność:</b> { $text }
card-email = ✉️ <b>E-mail:</b> { $text }
card-url = 🔗 <b>Strona:</b> { $text }
card-more = ➕ { $text }
card-alert = ⚠️ { $text }
card-until = W dokumencie: do { DATETIME($date, dateStyle: "long") }.
card-source = <i>Źródło: { $source }. Stan na { DATETIME($date, dateStyle: "long") }.</i>
card-gone = Tego już nie ma w ofercie albo ma inną nazwę. Proszę zacząć od początku lub zapytać człowieka.
card-button-exemptions = 💰 Kto nie płaci?
status-active = ✅ Działa.
status-intake-closed = ⚠️ Zapisy są zamknięte.
status-planned = ⚠️ To plan. Nie wiadomo, czy już działa. Najlepiej zapytać w Centrum.
status-ended = ⚠️ To już się skończyło. Można zapytać w Centrum, czy będzie znowu.
status-unconfirmed = ⚠️ Centrum nie potwierdziło, że to nadal działa. Najlepiej zapytać.
fee-title = 💰 <b>{ $name }</b>
fee-sentence = { $text }
fee-free = <b>Nie płacą:</b>
fee-row = • { $text }
fee-who-decides = O zwolnieniu decyduje Centrum. Nie trzeba tu pisać, kogo to dotyczy.
day-mo = pon.
day-tu = wt.
day-we = śr.
day-th = czw.
day-fr = pt.
day-sa = sob.
day-su = niedz.
card-open = 🟢 <b>Otwarte teraz</b>, do { $until }
card-open-always = 🟢 <b>Otwarte teraz</b>, całą dobę
card-closed =
    { $when ->
        [today] 🔴 <b>Teraz zamknięte</b>, otwarte dziś od { $opens }
        [tomorrow] 🔴 <b>Teraz zamknięte</b>, otwarte jutro od { $opens }
        [mo] 🔴 <b>Teraz zamknięte</b>, otwarte w poniedziałek od { $opens }
        [tu] 🔴 <b>Teraz zamknięte</b>, otwarte we wtorek od { $opens }
        [we] 🔴 <b>Teraz zamknięte</b>, otwarte w środę od { $opens }
        [th] 🔴 <b>Teraz zamknięte</b>, otwarte w czwartek od { $opens }
        [fr] 🔴 <b>Teraz zamknięte</b>, otwarte w piątek od { $opens }
        [sa] 🔴 <b>Teraz zamknięte</b>, otwarte w sobotę od { $opens }
        [su] 🔴 <b>Teraz zamknięte</b>, otwarte w niedzielę od { $opens }
       *[later] 🔴 <b>Teraz zamknięte</b>, otwarte { DATETIME($day, dateStyle: "long") } od { $opens }
    }
card-until-past = W dokumencie: do { DATETIME($date, dateStyle: "long") }. Ten dzień już minął.
card-age =
    { $years ->
        [one] <i>Ta wiadomość ma ponad rok.</i>
        [few] <i>Ta wiadomość ma ponad { $years } lata.</i>
       *[many] <i>Ta wiadomość ma ponad { $years } lat.</i>
    }
card-button-call = 📞 Zadzwoń
card-button-map = 📍 Pokaż na mapie
card-button-share = 📤 Wyślij bliskim
card-button-copy = 📋 Skopiuj wiadomość
card-button-send = 📤 Wyślij
share-ready = <b>Dla córki, syna albo sąsiadki</b> – gotowa wiadomość do wysłania:
share-text = { $name } ({ $city }). { $what }
share-phone = Telefon: { $number }.
share-ask = Zapytać można w Centrum Usług Społecznych.
share-quote = <blockquote>{ $text }</blockquote>
card-as-of = <i>Stan na { DATETIME($date, dateStyle: "long") }.</i>
card-hours-later = 🕘 <b>Godziny od { DATETIME($date, dateStyle: "long") }:</b> { $days } { $opens }–{ $closes }{ $note }
fee-until = ⚠️ W programie do { DATETIME($date, dateStyle: "long") }. Zasady po tym dniu nie są potwierdzone.
fees-others = Wszystkie usługi w programie kosztują tak samo. O usługę spoza programu proszę zapytać, podając jej nazwę.
fees-which = 💰 <b>{ $city }</b>
    To zależy od usługi. O którą chodzi? Proszę napisać jej nazwę albo wybrać temat:
share-status-active = Stan na { DATETIME($date, dateStyle: "long") }.
share-status-intake-closed = Zapisy są zamknięte.
share-status-planned = To plan; nie wiadomo, czy już działa.
share-status-ended = To już się skończyło.
share-status-unconfirmed = Nie wiadomo na pewno, czy to nadal działa.
