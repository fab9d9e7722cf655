# Wolontariat: profil bez nazwiska, opiekunowie, dyżury, godziny; dla koordynacji tydzień i papiery.
command-pomagam = Chcę pomagać
own-part-volunteering = 🤝 wolontariat i opieka nad osobą, która pomaga: { $count }
volunteering-button-help = 🙋 Chcę pomagać
volunteering-ask-age = <b>Chcę pomagać</b>
    Ile lat ma osoba, która chce pomagać? Nazwiska ani daty urodzenia nie trzeba podawać.
volunteering-age-young = Mniej niż 13 lat
volunteering-age-13-15 = 13–15 lat
volunteering-age-16-17 = 16–17 lat
volunteering-age-adult = 18 lat lub więcej
volunteering-young = <b>Poniżej 13 lat porozumienie zawierają rodzice.</b>
    Proszę przyjść do Centrum razem z rodzicem albo opiekunem. Tutaj nic nie zostało zapisane.
volunteering-ask-likes = <b>Co najchętniej?</b>
    Można zaznaczyć kilka rzeczy albo nic: wtedy pokażą się wszystkie.
volunteering-interest-children = 👧 Dzieci i nauka
volunteering-interest-seniors = 👵 Starsi ludzie
volunteering-interest-events = 🎪 Wydarzenia
volunteering-interest-home = 🧰 Zakupy i naprawy
volunteering-interest-nature = 🌳 Zwierzęta i przyroda
volunteering-interest-office = 🖇 Biuro i plakaty
volunteering-interest-other = 🤲 Różne
volunteering-ask-days = <b>Które dni pasują?</b>
    Bez zaznaczenia: każdy dzień.
volunteering-weekday =
    { $weekday ->
        [0] pn
        [1] wt
        [2] śr
        [3] czw
        [4] pt
        [5] sob
       *[other] nd
    }
volunteering-ask-skills = <b>Co może się przydać?</b>
    Zobaczy to tylko koordynacja wolontariatu.
volunteering-skill-driving = 🚗 Prawo jazdy
volunteering-skill-languages = 🗣 Języki obce
volunteering-skill-first-aid = ⛑ Pierwsza pomoc
volunteering-skill-computers = 💻 Komputer
volunteering-skill-arts = 🎨 Muzyka, plastyka
volunteering-skill-sport = ⚽️ Sport
volunteering-button-on = Dalej ▶
volunteering-button-keep = ✅ Gotowe
volunteering-kept = ✅ Zapisane. Dziękujemy!
volunteering-profile = <b>Wolontariat, nr { $number }</b>
volunteering-nickname = Pseudonim: { $name }
volunteering-likes = Chętnie: { $what }
volunteering-anything = wszystko
volunteering-days = Dni: { $days }
volunteering-any-day = każdy
volunteering-can = Umiejętności: { $what }
volunteering-consent-seen = ✅ Zgoda rodzica: koordynacja ją widziała
volunteering-consent-missing = ⏳ Zgoda rodzica: jeszcze jej nie ma
volunteering-agreement-until = ✅ Porozumienie do { DATETIME($date, dateStyle: "long") }
volunteering-agreement-missing = ⏳ Porozumienie: jeszcze nie podpisane
volunteering-checks-done = ✅ Rejestry sprawdzone (praca z dziećmi)
volunteering-checks-missing = ▫️ Rejestry niesprawdzone: bez tego nie ma dyżurów z dziećmi
volunteering-minor-how =
    Zgodę rodzica i porozumienie przynosi się do Centrum na papierze. Wystarczy podać numer <b>{ $number }</b>.
volunteering-button-fitting = 🗓 Dyżury dla mnie
volunteering-button-hours = ⏱ Moje godziny
volunteering-button-guardian = 👪 Link dla rodzica
volunteering-button-change = ✏️ Zmienić
volunteering-button-nickname = 🏷 Pseudonim
volunteering-button-leave = Nie chcę już pomagać
volunteering-button-leave-sure = Tak, usunąć wszystko
volunteering-leave-sure = Usunąć profil, godziny i zapisy na dyżury? Tego nie da się cofnąć. Zaświadczenia potem nie będzie z czego wystawić.
volunteering-left =
    { $count ->
        [0] Profil usunięty. Dziękujemy za pomoc!
        [one] Profil usunięty i { $count } dyżur oddany. Dziękujemy za pomoc!
        [few] Profil usunięty i { $count } dyżury oddane. Dziękujemy za pomoc!
        [many] Profil usunięty i { $count } dyżurów oddanych. Dziękujemy za pomoc!
       *[other] Profil usunięty i { $count } dyżuru oddane. Dziękujemy za pomoc!
    }
volunteering-ask-nickname = Jaki pseudonim ma widzieć koordynacja obok numeru? Najwyżej { $most } liter, bez nazwiska. Kreska (-) usuwa pseudonim, /anuluj przerywa.
volunteering-nickname-wrong = Pseudonim może mieć najwyżej { $most } liter i żadnych cyfr. Proszę wpisać inny.
volunteering-age-kept = Wiek zmienia koordynacja wolontariatu: wystarczy przyjść z dokumentem. Reszta zostaje, jak była.
volunteering-no-profile = Najpierw potrzebny jest profil: /pomagam. To kilka dotknięć.
volunteering-outdated = Tego już tak nie ma. Proszę otworzyć jeszcze raz: /pomagam
volunteering-link = Wystarczy wysłać ten link:
volunteering-link-page = Wystarczy wysłać tę linijkę. Druga osoba wkleja ją w rozmowie na stronie Centrum:
volunteering-guardian-link = <b>Link dla rodzica albo opiekuna</b>
    Po otwarciu będzie dostawać miejsce, godziny, nazwisko osoby dorosłej i telefon każdego dyżuru. Link działa raz, przez 14 dni, i nie zastępuje zgody na papierze.
volunteering-guardian-own = Ten link jest dla rodzica albo opiekuna. Proszę go wysłać, a nie otwierać: dalej działa.
volunteering-guardian-used = Ten link już nie działa. Nowy jest pod /pomagam u osoby, która pomaga.
volunteering-guardian-adult = Link dla rodzica jest tylko dla osób poniżej 18 lat.
volunteering-guardian-many = Więcej opiekunów nie da się dodać.
volunteering-guardian-linked = ✅ Od teraz przyjdzie tu wiadomość o każdym dyżurze i o każdej zmianie. Zgodę proszę przekazać do Centrum na papierze.
volunteering-guardian-not-yours = Tych dyżurów nie można tu zobaczyć.
volunteering-guardian-stopped = Wiadomości o dyżurach już nie przyjdą.
volunteering-guardian-told = 👪 <b>Dyżur: { $who }</b>
volunteering-guardian-off = 👪 <b>Nie będzie dyżuru: { $who }</b>
volunteering-child = 👪 <b>Dyżury: { $who }</b>
volunteering-child-none = 👪 <b>{ $who }</b>
    Nie ma teraz żadnych dyżurów.
volunteering-button-child = 👪 Wszystkie dyżury
volunteering-button-stop = 🔕 Bez wiadomości
volunteering-number = nr { $number }
volunteering-what = 🤝 <b>{ $title }</b>
volunteering-when = 🗓 { $when }
volunteering-where = 📍 { $where }
volunteering-people = 👥 { $taken } z { $most }
volunteering-adult = 🧑‍💼 Na miejscu: { $who }, tel. { $phone }
volunteering-needs = 📌 { $what }
volunteering-with-children = 👧 Praca z dziećmi
volunteering-adults-only = 🔞 Tylko dla osób od 18 lat.
volunteering-fitting = <b>Dyżury, które pasują</b>
volunteering-fitting-none = Nic teraz nie pasuje. Nowe dyżury pokażą się tutaj.
volunteering-button-anything = 🔎 Także inne dni i zajęcia
volunteering-button-shift = 🤝 Ten dyżur
volunteering-button-take = ✅ Zapisać się
volunteering-button-rest = 🔁 Także następne z tej serii
volunteering-button-friend = 📨 Zaprosić kogoś
volunteering-button-drop = ❌ Zrezygnować
volunteering-button-drop-sure = ❌ Tak, zrezygnować
volunteering-friend-link = <b>Zaproszenie na dyżur</b>
    Każdy zapisuje się sam.
volunteering-yours = ✅ To jest dyżur zapisany na to konto.
volunteering-taken = ✅ <b>Zapisane. Do zobaczenia!</b>
volunteering-dropped = ❌ <b>Zapis odwołany.</b> Dziękujemy za wiadomość.
volunteering-drop-sure = Zrezygnować z dyżuru <b>{ $when }</b>?
volunteering-drop-late = Zrezygnować z dyżuru <b>{ $when }</b>? To już niedługo, więc koordynacja dostanie wiadomość.
volunteering-first-profile = Żeby się zapisać, wystarczy najpierw kilka dotknięć o sobie.
volunteering-instead = Zamiast tego pasuje:
volunteering-instead-none = Innego terminu na razie nie ma.
volunteering-needs-consent = Najpierw potrzebna jest zgoda rodzica na papierze: koordynacja musi ją zobaczyć.
volunteering-needs-agreement = Potrzebne jest podpisane porozumienie, ważne w dniu dyżuru. Podpisuje się je w Centrum.
volunteering-needs-checks = To praca z dziećmi: najpierw koordynacja musi sprawdzić rejestry. Wystarczy zgłosić się do Centrum.
volunteering-school-hours = To godziny szkolne. Dla osób poniżej 18 lat są dyżury po 15:00, w weekendy, święta i wakacje.
volunteering-no-adult = Przy tym dyżurze nie podano jeszcze osoby dorosłej i telefonu, dlatego osoby poniżej 18 lat nie mogą się na niego zapisać.
volunteering-rest =
    { $most ->
        [one] Między dyżurami potrzebny jest dzień przerwy. Z rzędu może być najwyżej { $most } dyżur, a są już: { $days }.
        [few] Między dyżurami potrzebny jest dzień przerwy. Z rzędu mogą być najwyżej { $most } dyżury, a są już: { $days }.
        [many] Między dyżurami potrzebny jest dzień przerwy. Z rzędu może być najwyżej { $most } dyżurów, a są już: { $days }.
       *[other] Między dyżurami potrzebny jest dzień przerwy. Z rzędu może być najwyżej { $most } dyżuru, a są już: { $days }.
    }
volunteering-rest-taken =
    { $count ->
        [0] Z następnych nic nie zostało zapisane.
        [one] ✅ Zapisano jeszcze { $count } dyżur.
        [few] ✅ Zapisano jeszcze { $count } dyżury.
        [many] ✅ Zapisano jeszcze { $count } dyżurów.
       *[other] ✅ Zapisano jeszcze { $count } dyżuru.
    }
volunteering-rest-refused = Bez { $days }: { $reason }
volunteering-released = <b>Zapis na dyżur odwołany</b>
volunteering-changed = <b>Zmiana dyżuru</b>
volunteering-thanks =
    { $hours ->
        [one] 💛 Dzięki. To już { $hours } godzina.
        [few] 💛 Dzięki. To już { $hours } godziny.
        [many] 💛 Dzięki. To już { $hours } godzin.
       *[other] 💛 Dzięki. To już { $hours } godziny.
    }
volunteering-hours =
    { $hours ->
        [one] ⏱ <b>Potwierdzone: { $hours } godzina</b>
        [few] ⏱ <b>Potwierdzone: { $hours } godziny</b>
        [many] ⏱ <b>Potwierdzone: { $hours } godzin</b>
       *[other] ⏱ <b>Potwierdzone: { $hours } godziny</b>
    }
volunteering-hours-line = { DATETIME($day, dateStyle: "long") }: { $title }, { $hours } h
volunteering-button-certificate = 📄 Potrzebne zaświadczenie
volunteering-certificate-asked = 📄 Koordynacja wie, że potrzebne jest zaświadczenie.
volunteering-certificate-wanted = 📄 { $who } prosi o zaświadczenie. Potwierdzonych godzin: { $hours }.
volunteering-certificate-waits = 📄 Czeka na zaświadczenie
volunteering-no-hours = Nie ma jeszcze potwierdzonych godzin, więc zaświadczenia nie da się wystawić.
volunteering-refused = To prowadzi koordynacja wolontariatu w Centrum. Własne dyżury są pod /pomagam.
volunteering-changed-meanwhile = Ktoś zmienił to chwilę wcześniej. Tamta zmiana została, ta nie. Proszę sprawdzić, jak jest teraz.
volunteering-fewer-than-taken =
    { $taken ->
        [one] Zapisana jest już { $taken } osoba: mniej miejsc być nie może.
        [few] Zapisane są już { $taken } osoby: mniej miejsc być nie może.
        [many] Zapisanych jest już { $taken } osób: mniej miejsc być nie może.
       *[other] Zapisane jest już { $taken } osoby: mniej miejsc być nie może.
    }
volunteering-not-begun = Ten dyżur jeszcze się nie zaczął.
volunteering-agreement-past = Ten dzień już minął. Proszę wybrać późniejszy.
volunteering-short = ⚠️ Za mało osób: { $taken }, potrzeba co najmniej { $least }.
volunteering-list =
    { $count ->
        [0] Nikt jeszcze nie chce pomagać. Droga dla chętnych to /pomagam.
        [one] <b>Wolontariat: { $count } osoba</b>. Coś do zrobienia (⏳): { $waiting }.
        [few] <b>Wolontariat: { $count } osoby</b>. Coś do zrobienia (⏳): { $waiting }.
        [many] <b>Wolontariat: { $count } osób</b>. Coś do zrobienia (⏳): { $waiting }.
       *[other] <b>Wolontariat: { $count } osoby</b>. Coś do zrobienia (⏳): { $waiting }.
    }
volunteering-person = <b>Wolontariat, { $who }</b>
volunteering-guardians =
    { $count ->
        [0] 👪 Nikt z rodziny nie otworzył jeszcze linku
        [one] 👪 Wiadomości dostaje { $count } opiekun
        [few] 👪 Wiadomości dostaje { $count } opiekunów
        [many] 👪 Wiadomości dostaje { $count } opiekunów
       *[other] 👪 Wiadomości dostaje { $count } opiekuna
    }
volunteering-needs-paper = ⏳ Pomoc trwa ponad 30 dni: potrzebne porozumienie na piśmie.
volunteering-ahead = Dyżury przed nami: { $count }
volunteering-no-chat = Rozmowa z tą osobą została usunięta.
volunteering-button-person = 🙋 Otworzyć
volunteering-ask-until = <b>{ $who }</b>: do kiedy jest ważne podpisane porozumienie?
volunteering-until = do { DATETIME($date, dateStyle: "long") }
volunteering-mark-consent = ✅ Zgoda rodzica: widziana
volunteering-mark-not-consent = ↩️ Cofnąć zgodę rodzica
volunteering-mark-agreement = ✍️ Porozumienie podpisane
volunteering-mark-not-agreement = ↩️ Cofnąć porozumienie
volunteering-mark-checks = 🔎 Rejestry sprawdzone
volunteering-mark-not-checks = ↩️ Cofnąć sprawdzenie
volunteering-mark-grown-up = 🎂 Ma już 18 lat
volunteering-mark-certificate = 📄 Zaświadczenie wydane
volunteering-released-count =
    { $count ->
        [one] Odwołano { $count } zapis, bo bez tego być nie może. Osoba dostaje wiadomość.
        [few] Odwołano { $count } zapisy, bo bez tego być nie mogą. Osoba dostaje wiadomość.
        [many] Odwołano { $count } zapisów, bo bez tego być nie mogą. Osoba dostaje wiadomość.
       *[other] Odwołano { $count } zapisu, bo bez tego być nie mogą. Osoba dostaje wiadomość.
    }
shift-week = <b>{ $city }: dyżury wolontariatu, { $days }</b>
shift-week-none = W tym tygodniu nie ma dyżurów.
shift-day = { $day }
shift-line = { $hour } { $title }: { $taken } z { $most }
shift-line-short = ⚠️ { $hour } { $title }: { $taken } z { $most }, potrzeba { $least }
shift-button = { $day }.{ $month }, { $hour } · { $title } ({ $taken })
shift-button-new = ➕ Nowe dyżury
shift-button-volunteers = 🙋 Osoby
shift-off = ❌ Ten dyżur jest odwołany.
shift-no-adult = ▫️ Bez osoby na miejscu i telefonu nie zapiszą się osoby poniżej 18 lat.
shift-people = <b>Zapisani</b>
shift-people-none = Nikt się jeszcze nie zapisał.
shift-person =
    { $state ->
        [came] ✅ { $who }, { $age }: { $hours } h
        [missed] ✖️ { $who }, { $age }: nieobecność
        [confirmed] 👍 { $who }, { $age }
       *[booked] • { $who }, { $age }
    }
shift-button-adult = 🧑‍💼 Osoba i telefon
shift-button-place = 📍 Miejsce
shift-button-people = 👥 Ile osób
shift-button-children = 👧 To praca z dziećmi
shift-button-not-children = To nie praca z dziećmi
shift-button-off = ❌ Odwołać
shift-button-off-sure = ❌ Tak, odwołać
shift-button-this = Tylko ten jeden
shift-button-later = Ten i następne z serii
shift-button-came = ✅ { $who }
shift-button-hours = ✅ { $who }: { $hours } h
shift-button-missed = ✖️ Nie
shift-ask-place =
    { $which ->
        [season] Jakie miejsce, w tym i następnych dyżurach serii? /anuluj przerywa.
       *[single] Jakie miejsce? /anuluj przerywa.
    }
shift-ask-adult =
    { $which ->
        [season] Kto jest na miejscu w tym i następnych dyżurach serii? Na przykład: Anna Nowak 600 100 200. /anuluj przerywa.
       *[single] Kto jest na miejscu? Na przykład: Anna Nowak 600 100 200. /anuluj przerywa.
    }
shift-ask-people =
    { $which ->
        [season] Ile osób w tym i następnych dyżurach serii? Na przykład: 2-4. /anuluj przerywa.
       *[single] Ile osób? Na przykład: 2-4. /anuluj przerywa.
    }
shift-ask-off =
    { $which ->
        [season] Odwołać ten i wszystkie następne dyżury serii? Zapisane osoby dostaną wiadomość.
       *[single] Odwołać ten dyżur? Zapisane osoby dostaną wiadomość.
    }
shift-ask-hours = Ile godzin?
shift-hours = { $hours } h
shift-changed = ✅ Zmienione.
shift-called-off = ❌ Odwołane dyżury: { $shifts }, zapisane osoby: { $people }. Wiadomości są w drodze.
shift-ask =
    <b>Nowe dyżury</b>
    Jeden dyżur albo seria to jedna linia: kiedy, co, gdzie, ile osób, kto na miejscu.

    <code>wtorki 15:30–17 korepetycje, świetlica, 3 osoby, do końca czerwca, odpowiada Anna Nowak 600 100 200</code>
    <code>12 grudnia 10–13 paczki, magazyn, 4-8 osób, dorośli</code>

    Można też przysłać plik .xlsx albo .csv z kolumnami: data, od, do, co robić, miejsce, osób. Dalsze kolumny: najmniej, kto na miejscu, telefon, wymagania, z dziećmi, co tydzień do. /anuluj przerywa.
shift-left = Przerwane. Nic się nie zmieniło.
shift-preview = <b>Podgląd nowych dyżurów</b>
shift-preview-days = 🗓 { $days }, { $hours }
shift-preview-season =
    { $count ->
        [one] 🗓 { $days } … { $last }, { $hours }: { $count } dyżur
        [few] 🗓 { $days } … { $last }, { $hours }: { $count } dyżury
        [many] 🗓 { $days } … { $last }, { $hours }: { $count } dyżurów
       *[other] 🗓 { $days } … { $last }, { $hours }: { $count } dyżuru
    }
shift-preview-people = 👥 od { $least } do { $most }
shift-turn-children = { $number }. z dziećmi: tak
shift-turn-no-children = { $number }. z dziećmi: nie
shift-more = … i jeszcze: { $count }
shift-published =
    { $count ->
        [one] ✅ Opublikowane: { $count } dyżur.
        [few] ✅ Opublikowane: { $count } dyżury.
        [many] ✅ Opublikowane: { $count } dyżurów.
       *[other] ✅ Opublikowane: { $count } dyżuru.
    }
shift-published-already = Te dyżury są już opublikowane.
shift-not-ready = Tego nie można już opublikować: część dni minęła albo coś jest do poprawienia. Proszę wpisać jeszcze raz.
shift-file-read = Plik przeczytany. Nic się jeszcze nie zmieniło.
shift-file-kind = Dyżury można przysłać jako plik .xlsx albo .csv.
shift-file-columns = W pliku brakuje kolumn: { $lacking }.
shift-wrong-nothing = nie ma tu żadnego dyżuru.
shift-wrong-until = do kiedy? Proszę dopisać, na przykład: do końca czerwca („{ $said }”).
shift-wrong-far = tak daleko naprzód się nie da: najwyżej na rok („{ $said }”).
shift-wrong-days = nie ma ani jednego dnia: to same dni wolne albo przeszłe.
shift-wrong-what = co trzeba robić? Od 1 do { $most } znaków.
shift-wrong-where = gdzie to jest? Po przecinku, od 1 do { $most } znaków.
shift-wrong-long = nazwisko, telefon albo wymagania są za długie.
shift-wrong-adult = Potrzebne są nazwisko i telefon, na przykład: Anna Nowak 600 100 200.
shift-wrong-people = liczba osób nie jest dobra: od 1 do { $most }, najmniej nie może być większe niż najwięcej.
shift-wrong-number = „{ $said }” to nie liczba osób taka jak 3 albo 2-4.
shift-wrong-span = godziny { $hours } nie są dobre: koniec musi być po początku, dyżur trwa najwyżej 14 godzin.
shift-wrong-past = { $day } już minął albo jest za daleko.
shift-wrong-too-many = za dużo dyżurów naraz: najwyżej { $most }.
