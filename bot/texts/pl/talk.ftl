# Rozmowa z człowiekiem i prośba o telefon: co widzi mieszkaniec.
talk-button-begin = ✍️ Napisz do pracownika
talk-button-yes = ✅ Tak, proszę przekazać
talk-button-bare = ✅ Tak, ale bez tego, co było wcześniej
talk-button-state = ⏱ Co z moją sprawą?
talk-button-end = ✔️ Zakończ rozmowę
talk-ask =
    <b>Przekazać rozmowę pracownikowi Centrum?</b>
    Zobaczy:
talk-ask-question = • ostatnie pytanie: <i>{ $question }</i>
talk-ask-card = • ostatnio oglądaną usługę: { $card }
talk-ask-language = • język: { $spoken }
talk-ask-rest =
    • wszystko, co zostanie tu potem napisane lub wysłane, aż do końca rozmowy
    Nazwiska i numeru telefonu nie przekazuję.
talk-ask-warning = Proszę nie podawać numeru PESEL i nie wysyłać zdjęć dokumentów. W niebezpieczeństwie: telefon <b>112</b>.
talk-begun =
    <b>Przekazane. Numer rozmowy: { $number }.</b>
    Od teraz wszystko stąd trafia do pracownika, a automat milczy. Można pisać dalej: tekst, nagranie, zdjęcie, film lub plik.
talk-title = <b>Rozmowa nr { $number }</b>
talk-place = Miejsce w kolejce: { $place }.
talk-open = 🟢 Punkt jest teraz otwarty.
talk-closed =
    { $when ->
        [today] 🔴 Teraz nikt tego nie czyta. Otwarte dziś od { $opens }.
        [tomorrow] 🔴 Teraz nikt tego nie czyta. Otwarte jutro od { $opens }.
        [mo] 🔴 Teraz nikt tego nie czyta. Otwarte od poniedziałku { $opens }.
        [tu] 🔴 Teraz nikt tego nie czyta. Otwarte od wtorku { $opens }.
        [we] 🔴 Teraz nikt tego nie czyta. Otwarte od środy { $opens }.
        [th] 🔴 Teraz nikt tego nie czyta. Otwarte od czwartku { $opens }.
        [fr] 🔴 Teraz nikt tego nie czyta. Otwarte od piątku { $opens }.
        [sa] 🔴 Teraz nikt tego nie czyta. Otwarte od soboty { $opens }.
        [su] 🔴 Teraz nikt tego nie czyta. Otwarte od niedzieli { $opens }.
       *[later] 🔴 Teraz nikt tego nie czyta. Otwarte { DATETIME($day, dateStyle: "long") } od { $opens }.
    }
talk-hours-unknown = Centrum nie podało jeszcze godzin pracy.
talk-waits = Wiadomość czeka i nie zginie.
talk-taken = Rozmowę prowadzi: <b>{ $who }</b>. Odpowiedź przyjdzie tutaj.
talk-taken-by-somebody = Rozmowę prowadzi pracownik Centrum. Odpowiedź przyjdzie tutaj.
talk-snoozed = Pracownik jeszcze wróci do tej sprawy. Można pisać dalej.
talk-cannot-pass = Tego nie umiem przekazać pracownikowi. Można wysłać tekst, nagranie, zdjęcie, film albo plik.
talk-end-sure = Zakończyć rozmowę z pracownikiem?
talk-ended = <b>Rozmowa nr { $number } jest zakończona.</b> Znów odpowiada automat.
talk-reopen-until = Można do niej wrócić do { DATETIME($date, dateStyle: "long") }.
talk-none = Nie ma teraz otwartej rozmowy z pracownikiem.
talk-rated = Dziękujemy za ocenę.
talk-rated-already = Ocena już jest zapisana. Dziękujemy.
talk-told-booked =
    <b>Termin jest zapisany.</b>
    🗓 { $when }
    📍 { $place }
    Kod: <b>{ $code }</b>. Zmiana lub odwołanie: /moje

call-button = 📞 Proszę o telefon
call-button-skip = Pomiń
call-button-leave = ✖️ Jednak nie
call-button-share = 📱 Podaj mój numer
call-ask-name =
    <b>Prośba o telefon</b>
    Imię, numer i porę zobaczy tylko pracownik Centrum. { $days } dni po rozmowie znikną. To zgłoszenie, nie wniosek.

    Jak się do Pani lub Pana zwracać? Wystarczy samo imię.
call-ask-phone = Pod jaki numer zadzwonić? Na przykład: 600 700 800.
call-ask-phone-or-share = Pod jaki numer zadzwonić? Można napisać, na przykład 600 700 800, albo dotknąć przycisku na dole. /anuluj – jednak nie.
call-number-kept = Dziękuję, numer jest zapisany.
call-ask-when = Kiedy najlepiej zadzwonić? Na przykład: <i>rano</i> albo <i>we wtorek po 12</i>.
call-no-name = Dobrze, bez imienia.
call-nameless = bez imienia
call-not-yet = Numer przyda się za chwilę. Najpierw poprzednie pytanie.
call-left = Dobrze, bez telefonu. Nic nie zostało zapisane.
call-asked =
    <b>Zapisane, numer { $number }.</b> Pracownik zadzwoni: { $phone }.
    { $when }
    To zgłoszenie, nie wniosek.
