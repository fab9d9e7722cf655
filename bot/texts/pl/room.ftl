# Pokój pracowników: grupa z wątkami, w której zespół odpowiada mieszkańcom.
room-which = Okienko jest w grupie z wątkami „{ $name }”. Czy to pokój pracowników, w którym zespół odpowiada mieszkańcom?
room-button = 🗂 Tak: { $city }
room-or-community = Jeśli to grupa mieszkańców, do której mają trafiać ogłoszenia:
room-refused = To pokój pracowników Centrum. Bez roli w tym Centrum nic stąd nie wyjdzie do mieszkańców.
room-no-topics = Najpierw trzeba w ustawieniach tej grupy włączyć wątki, a Okienku dać prawo do zarządzania nimi.
room-in-private = Pytanie czeka w prywatnej rozmowie z Okienkiem.
room-how = Proszę dodać Okienko do grupy z wątkami, dać mu prawo do zarządzania wątkami i napisać w tej grupie /pokoj.
room-set =
    <b>{ $city }: pokój pracowników jest gotowy.</b>
    Każda rozmowa dostaje swój wątek. Zwykła wiadomość w wątku to notatka. Do mieszkańca idzie tylko odpowiedź na jego wiadomość albo po przycisku „Odpowiedz”.

room-button-release = ↩️ Oddaję
room-button-answer = 💬 Odpowiedz
room-button-card = 🗂 Karta…
room-button-slot = 🗓 Termin
room-button-note = 📝 Notatka?
room-button-pass = ➡️ Przekaż
room-button-snooze = 💤 Odłóż
room-button-phone = 📞 Pokaż numer
room-button-reached = ✅ Rozmowa odbyta
room-button-not-reached = 📵 Nie odbiera
room-button-unit = Do działu…
room-snooze-2h = 2 godziny
room-snooze-next = Do następnego otwarcia
room-snooze-week = Tydzień
room-how-note = Zwykła wiadomość w wątku to notatka: widzi ją tylko zespół. Do osoby idzie tylko odpowiedź na jej wiadomość albo po „Odpowiedz”.
room-how-card = Proszę napisać w tym wątku /karta i kawałek nazwy, na przykład: /karta kran
room-how-unit = Proszę napisać w tym wątku /przekaz i dokąd, na przykład: /przekaz prawnik

room-toast-taken = Rozmowa jest zajęta do { $until }. Inni to widzą.
room-toast-released = Rozmowa wraca do kolejki.
room-toast-reopened = Rozmowa jest znowu otwarta.
room-toast-snoozed = Odłożona: { $until }
room-toast-closed = Rozmowa jest zamknięta.
room-toast-passed = Rozmowę ma teraz { $who }.
room-toast-reached = Zapisane: rozmowa się odbyła.
room-toast-missed = Zapisane: nikt nie odebrał. Próba { $tries }.
room-toast-booked = Termin zapisany.
room-toast-proposed = Propozycja czeka na organizatora.
room-phone = { $name }: { $phone }. Kiedy: { $when }

room-answer-to = <a href="tg://user?id={ $id }">{ $name }</a>
room-answer-prompt = 💬 Do osoby z rozmowy { $number }: proszę odpowiedzieć na tę wiadomość.
room-answer-placeholder = Do mieszkańca…
room-goes-out = 📤 Idzie do osoby po 10 sekundach.
room-button-take-back = ↩️ Cofnij
room-taken-back = ↩️ Cofnięte. Nic nie wyszło.
room-held = ✋ Nie wysłano. Tę rozmowę prowadzi { $who }. Odpowiedź czeka: po przekazaniu rozmowy można ją wysłać.
room-button-let-go = 📤 Wyślij
room-was-note = To zostało notatką. Czy miało iść do osoby?
room-button-send-note = 📤 Wyślij do osoby
room-cannot-pass = Tego nie umiem wysłać do osoby. Można tekst, nagranie, zdjęcie, film albo plik.
room-commands = W tym wątku działają: /karta, /termin, /przekaz i /kolejka.
room-unit-how = Proszę dopisać, dokąd, na przykład: /przekaz prawnik
room-passed-unit = ➡️ Przekazane: { $unit }. Rozmowa czeka w kolejce.
room-shut-by-hand = Wątek jest znowu otwarty, bo rozmowa jeszcze trwa. Kończy ją przycisk „Zamknij” pod pierwszą wiadomością.
room-said-ended = ✔️ Druga strona zakończyła rozmowę.

room-no-card = Nie ma takiej karty. Proszę spróbować innym słowem, na przykład: /karta kran
room-answer-sure =
    <b>Wysłać to do osoby?</b>

    { $text }
room-button-send = 📤 Wyślij
room-button-propose = 💡 Na kartę
room-propose =
    <b>Propozycja karty dla organizatora.</b> Proszę sprawdzić, czy nie ma tu danych żadnej osoby.
    Nazwa: { $name }
    Treść: { $what }
room-button-propose-sure = 💡 Zaproponuj
room-proposed = 💡 Zaproponowane jako karta: { $name }. Decyduje organizator: /propozycje
room-proposal-how = Proszę zapytać w Centrum.

room-slots = <b>Termin dla osoby z rozmowy { $number }.</b> Jedno dotknięcie zapisuje. Można też: /termin prawnik wtorek
room-no-slots = Dla osoby z rozmowy { $number } nie ma takich wolnych terminów.
room-button-later = Później ▶
room-booked =
    🗓 Zapisane: { $when }, { $place }. Kod { $code }.
    Osoba z tej rozmowy już o tym wie.

room-queue-empty = Nikt nie czeka.
room-week-comes = Zestawienie zeszłego tygodnia zaraz przyjdzie.
room-week-title = { $city }: rozmowy od { DATETIME($since, dateStyle: "long") }
room-week-topics = O co chodziło
room-week-numbers = W liczbach
room-week-opened = Wszystkie
room-week-callbacks = Prośby o telefon
room-week-unanswered = Bez odpowiedzi człowieka
room-week-first = Do pierwszej odpowiedzi (min pracy)
room-week-close = Do zamknięcia (min pracy)
room-week-rating = Ocena (1–5)
room-week-few = mniej niż { $few }
room-week-note = Minuty to czas, w którym punkt był otwarty; środkowa wartość. Liczb poniżej { $few } nie podajemy.
room-week-caption = Rozmowy z zeszłego tygodnia
