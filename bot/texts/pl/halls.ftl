# Sale i biurka: rezerwacja, prośby, organizacje, plan; godziny i zgody dla opiekunów sal.
own-part-halls = 🏛 sale, organizacja i prywatny kalendarz: { $count }
halls-button-reserve = 🏛 Zarezerwować
halls-which = <b>Sale i biurka</b>
    Co zarezerwować?
halls-none = Tutaj nie ma teraz sal ani biurek do zarezerwowania. Centrum pomoże przez telefon.
halls-left = Dobrze, nic nie zostało zapisane.
halls-title = <b>{ $name }</b>
halls-where = 📍 { $where }
halls-when = 🗓 { $when }
halls-hours = 🕘 { $hours }
halls-desks =
    { $count ->
        [one] 🪑 { $count } biurko
        [few] 🪑 { $count } biurka
        [many] 🪑 { $count } biurek
       *[other] 🪑 { $count } biurka
    }
halls-who =
    { $who ->
        [organisations] 👥 Dla organizacji i grup, które zna Centrum
       *[everybody] 👥 Dla wszystkich
    }
halls-needs-yes = ✋ Potrzebna zgoda Centrum
halls-buffer =
    { $minutes ->
        [0] 🧹 Bez przerwy między rezerwacjami
       *[other] 🧹 Przerwa po każdej rezerwacji: { $minutes } min
    }
halls-ask-first = Rezerwują tu organizacje i grupy, które zna Centrum. Wystarczy raz napisać, o którą chodzi.
halls-wait-for-answer = Centrum jeszcze nie odpowiedziało w sprawie organizacji. Odpowiedź przyjdzie tutaj.
halls-button-speak = 🤝 Jesteśmy organizacją
halls-ask-organisation = <b>Jak nazywa się organizacja albo grupa?</b>
    Zobaczy to tylko Centrum.
halls-organisation-sent = ✅ Wysłane: <b>{ $name }</b>
    Centrum odpowie tutaj.
halls-weekday =
    { $weekday ->
        [0] pn
        [1] wt
        [2] śr
        [3] czw
        [4] pt
        [5] sob
       *[other] nd
    }
halls-ask-day = <b>Który dzień?</b>
    Można też napisać, na przykład: <i>czwartek { $hours }</i>.
halls-ask-day-move = <b>Na kiedy zmienić?</b>
    Dotychczasowy termin zostaje, dopóki nie będzie nowego. Można też napisać, na przykład: <i>czwartek { $hours }</i>.
halls-ask-series = Co tydzień: proszę napisać na przykład <i>wtorki 17–19 próba chóru do czerwca</i>.
halls-nothing-soon = W najbliższych tygodniach nie ma nic wolnego. Późniejszy dzień można napisać, na przykład: <i>12 stycznia 17–19</i>.
halls-day = { $day }
halls-ask-from = <b>{ $day }</b>
    Od której?
halls-ask-to = <b>{ $when }</b>
    Do której?
halls-ask-block = <b>{ $day }</b>
    Na którą część dnia?
halls-day-full = <b>{ $day }</b>
    Tego dnia nie ma już nic wolnego.
halls-button-block =
    { $left ->
        [one] { $hours } · { $left } wolne
        [few] { $hours } · { $left } wolne
        [many] { $hours } · { $left } wolnych
       *[other] { $hours } · { $left } wolnych
    }
halls-button-day = 🗓 Inna godzina
halls-ask-purpose = <b>Po co?</b>
    { $name }, { $when }
    Proszę napisać w kilku słowach, na przykład: <i>zebranie koła</i>. Zobaczy to tylko Centrum.
halls-ask-purpose-series = <b>Po co?</b>
    { $name }
    Proszę napisać w kilku słowach, na przykład: <i>próba chóru</i>. Zobaczy to tylko Centrum.
halls-summary = <b>Czy wszystko się zgadza?</b>
halls-summary-move = <b>Zmienić na ten termin?</b>
halls-summary-asks = Termin jest trzymany, aż Centrum odpowie. Odpowiedź przyjdzie tutaj.
halls-purpose-said = ✍️ { $purpose }
halls-button-ask = ✅ Wysłać prośbę
halls-button-take = ✅ Zarezerwować
halls-held = ✅ <b>Zapisane</b>
halls-changed = ✅ <b>Zmienione</b>
halls-state =
    { $state ->
        [asked] <b>⏳ Czeka na zgodę Centrum</b>
        [yes] <b>✅ Zarezerwowane</b>
        [no] <b>❌ Centrum nie może dać tego terminu</b>
        [late] <b>❌ Centrum nie odpowiedziało na czas</b> Termin znowu jest wolny.
        [given-back] <b>❌ Oddane</b>
       *[over] <b>Ten termin już minął</b>
    }
halls-asked-until = Odpowiedź do: { $until }
halls-whose = 👤 { $who }
halls-somebody = osoba prywatna
halls-why-said = 💬 { $why }
halls-button-change = 🔁 Zmienić
halls-button-give-back = ❌ Oddać
halls-button-give-back-sure = ❌ Tak, oddać
halls-give-back-sure = Oddać termin <b>{ $when }</b>?
halls-button-series = 🔁 Cała seria
halls-button-yes = ✅ Zgoda
halls-button-no = ❌ Odmowa
halls-button-off = ❌ Odwołać
halls-button-without-why = Bez powodu
halls-ask-why =
    { $what ->
        [off] <b>Dlaczego odwołane?</b>
       *[no] <b>Dlaczego odmowa?</b>
    }
    Proszę napisać jedno zdanie. Przeczyta je osoba, która prosiła.
halls-told = ✅ Odpowiedź jest w drodze.
halls-already = Ktoś już odpowiedział wcześniej albo termin oddano. Tak jest teraz:
halls-asked = 🏛 <b>Nowa prośba o salę</b>
halls-series-asked = 🏛 <b>Nowa prośba o salę co tydzień</b>
halls-wish-asked = 🏛 <b>Nowe życzenie do planu na przyszły rok</b>
halls-late = 🏛 <b>Na tę prośbę nikt nie odpowiedział na czas.</b> Termin znowu jest wolny.
halls-organisation-asked = 🤝 <b>Nowa organizacja chce rezerwować sale</b>
halls-answered =
    { $state ->
        [yes] ✅ <b>Centrum się zgadza</b>
        [no] ❌ <b>Centrum nie może dać tego terminu</b>
       *[late] ❌ <b>Centrum nie odpowiedziało na czas, przepraszamy.</b> Termin znowu jest wolny. Można poprosić jeszcze raz albo zadzwonić.
    }
halls-organisation-answered =
    { $state ->
        [yes] ✅ <b>{ $name }</b>: Centrum już zna tę organizację. Można rezerwować.
       *[no] <b>{ $name }</b>: Centrum nie może na razie potwierdzić tej organizacji. Pomoże rozmowa w Centrum.
    }
halls-button-look = 👀 Zobaczyć
halls-button-halls = 🏛 Sale
halls-series-when = 🔁 { $days }, { $hours }
halls-series-span = 🗓 { $since } – { $until }
halls-series-state =
    { $state ->
        [draft] <b>Co tydzień: tak to wygląda</b>
        [wish] <b>⏳ Życzenie do planu na { $year }</b>
        [asked] <b>⏳ Czeka na zgodę Centrum</b>
        [yes] <b>✅ Zarezerwowane co tydzień</b>
        [no] <b>❌ Centrum nie może tego dać</b>
        [late] <b>❌ Centrum nie odpowiedziało na czas</b>
       *[ended] <b>❌ Oddane</b>
    }
halls-preview =
    { $count ->
        [0] Ani jeden dzień nie jest wolny.
        [one] Wolny jest { $count } dzień.
        [few] Wolne są { $count } dni.
        [many] Wolnych jest { $count } dni.
       *[other] Wolne: { $count } dnia.
    }
halls-preview-days = ✅ { $days }
halls-preview-skipped = ▫️ Pominięte: { $days }
halls-preview-taken =
    { $count ->
        [one] ⚠️ Już zajęty: { $days }. Zarezerwować bez tego dnia?
        [few] ⚠️ Już zajęte: { $days }. Zarezerwować bez tych dni?
        [many] ⚠️ Już zajęte: { $days }. Zarezerwować bez tych dni?
       *[other] ⚠️ Już zajęte: { $days }. Zarezerwować bez tych dni?
    }
halls-skipped =
    { $why ->
        [closed] Centrum zamknięte
        [clock] zmiana czasu
       *[hours] poza godzinami
    }
halls-button-ask-days =
    { $count ->
        [one] ✅ Poprosić o { $count } dzień
        [few] ✅ Poprosić o { $count } dni
        [many] ✅ Poprosić o { $count } dni
       *[other] ✅ Poprosić o { $count } dni
    }
halls-button-take-days =
    { $count ->
        [one] ✅ Zarezerwować { $count } dzień
        [few] ✅ Zarezerwować { $count } dni
        [many] ✅ Zarezerwować { $count } dni
       *[other] ✅ Zarezerwować { $count } dni
    }
halls-series-held =
    { $count ->
        [one] ✅ <b>Zapisany { $count } dzień</b>
        [few] ✅ <b>Zapisane dni: { $count }</b>
        [many] ✅ <b>Zapisane dni: { $count }</b>
       *[other] ✅ <b>Zapisane dni: { $count }</b>
    }
halls-button-series-end = ❌ Oddać wszystko
halls-button-series-end-sure = ❌ Tak, oddać wszystko
halls-series-end-sure = Oddać wszystkie dni, które są jeszcze przed nami?
halls-series-freed =
    { $count ->
        [one] Oddany { $count } dzień.
        [few] Oddane dni: { $count }.
        [many] Oddane dni: { $count }.
       *[other] Oddane dni: { $count }.
    }
halls-button-plan = 📆 Plan na przyszły rok
halls-plan = <b>Sale: plan na { $year }</b>
halls-plan-own = Życzenia tej organizacji. Zdecyduje Centrum.
halls-plan-empty = Tu można już teraz powiedzieć, kiedy sala będzie potrzebna w przyszłym roku. Zdecyduje Centrum.
halls-plan-nobody = Nikt jeszcze nic nie zgłosił.
halls-plan-room = <b>{ $name }</b>
halls-plan-line =
    { $state ->
        [yes] ✅ { $when } · { $who } · { $purpose }
       *[wish] ⏳ { $when } · { $who } · { $purpose }
    }
halls-plan-meets = ⚠️ te same godziny: { $others }
halls-plan-taken =
    { $count ->
        [one] ⚠️ { $count } dzień już zajęty
        [few] ⚠️ { $count } dni już zajęte
        [many] ⚠️ { $count } dni już zajętych
       *[other] ⚠️ { $count } dni już zajętych
    }
halls-plan-copied =
    { $count ->
        [0] Nie było czego przepisać.
        [one] ✅ Przepisane z tego roku: { $count } pozycja.
        [few] ✅ Przepisane z tego roku: { $count } pozycje.
        [many] ✅ Przepisane z tego roku: { $count } pozycji.
       *[other] ✅ Przepisane z tego roku: { $count } pozycji.
    }
halls-button-copy = 📋 Przepisać z tego roku
halls-button-wish = ✍️ { $name }
halls-ask-wish = <b>{ $name }: kiedy w { $year }?</b>
    Proszę napisać dni, godziny i po co, na przykład: <i>wtorki 17–19 próba chóru do czerwca</i>.
halls-wish-kept = ✅ Zapisane życzenie.
halls-button-requests = 📥 Prośby
halls-requests = <b>Czeka na odpowiedź</b>
halls-requests-none = Nic nie czeka na odpowiedź.
halls-button-organisations =
    { $count ->
        [0] 🤝 Organizacje
       *[other] 🤝 Organizacje (nowe: { $count })
    }
halls-organisations = <b>Kto mówi za którą organizację</b>
halls-organisations-none = Żadna organizacja jeszcze się nie zgłosiła.
halls-organisation-line =
    { $state ->
        [yes] { $number }. ✅ { $name }
        [no] { $number }. ✖️ { $name }
       *[asked] { $number }. ⏳ { $name }
    }
halls-button-known = ✅ { $number }. Znamy
halls-button-unknown = ✖️ { $number }. Nie znamy
halls-button-week = 🗓 Tydzień
halls-week = <b>{ $name }, { $days }</b>
halls-week-none = W tych dniach nic tu nie ma.
halls-week-line =
    { $state ->
        [asked] ⏳ { $hours } { $who }: { $purpose }
       *[yes] { $hours } { $who }: { $purpose }
    }
halls-week-duty = { $hours } dyżur albo spotkanie
halls-button-rules = ⚙️ Zasady
halls-rules-kept = ✅ Zmienione. To, co już zarezerwowane, zostaje.
halls-button-hours = 🕘 Godziny
halls-button-buffer = 🧹 Przerwa
halls-button-who =
    { $who ->
        [organisations] 👥 Tylko dla organizacji
       *[everybody] 👥 Otworzyć dla wszystkich
    }
halls-button-needs =
    { $needs ->
        [yes] ✋ Pytać o zgodę
       *[no] ✋ Bez pytania o zgodę
    }
halls-button-desks = 🪑 Biurka
halls-button-close = 🚫 Zamknąć dla nowych rezerwacji
halls-button-open = 🔓 Otworzyć znowu
halls-ask-hours = <b>W jakich godzinach?</b>
    Teraz: { $hours }
    Proszę napisać na przykład: <i>pn–pt 8–20, sob 9–14</i>.
halls-ask-desks = <b>Ile biurek?</b>
    0 znaczy: rezerwuje się całą salę. Najwyżej { $most }.
halls-button-add = ➕ Nowa sala
halls-ask-add = <b>Jak się nazywa i gdzie jest?</b>
    Na przykład: <i>sala spotkań, ul. Szkolna 1</i>.
halls-added = ✅ Dodane. Zasady można od razu zmienić.
halls-gone = Tej sali nie można już rezerwować.
halls-refused = To mogą tylko osoby, które w tym Centrum opiekują się salami.
halls-organisations-only = Tę salę rezerwują tylko organizacje i grupy, które zna Centrum.
halls-series-organisations = Co tydzień i w planie na przyszły rok rezerwują organizacje, które zna Centrum. Zgłosić organizację można pod /sala.
halls-past = Ten termin już minął.
halls-far =
    { $days ->
        [one] Tak daleko naprzód się nie da: najwyżej { $days } dzień.
        [few] Tak daleko naprzód się nie da: najwyżej { $days } dni.
        [many] Tak daleko naprzód się nie da: najwyżej { $days } dni.
       *[other] Tak daleko naprzód się nie da: najwyżej { $days } dni.
    }
halls-too-many =
    { $most ->
        [one] Jest już { $most } rezerwacja naprzód, więcej naraz się nie da.
        [few] Są już { $most } rezerwacje naprzód, więcej naraz się nie da.
        [many] Jest już { $most } rezerwacji naprzód, więcej naraz się nie da.
       *[other] Jest już { $most } rezerwacji naprzód, więcej naraz się nie da.
    }
halls-many-days =
    { $most ->
        [one] To za dużo dni naraz: najwyżej { $most }. Proszę podać bliższy koniec.
        [few] To za dużo dni naraz: najwyżej { $most }. Proszę podać bliższy koniec.
        [many] To za dużo dni naraz: najwyżej { $most }. Proszę podać bliższy koniec.
       *[other] To za dużo dni naraz: najwyżej { $most }. Proszę podać bliższy koniec.
    }
halls-day-off =
    { $why ->
        [holiday] { DATETIME($day, dateStyle: "full") } to święto, wtedy jest zamknięte. Proszę wybrać inny dzień.
        [closed] { DATETIME($day, dateStyle: "full") } Centrum jest zamknięte. Proszę wybrać inny dzień.
       *[weekday] W ten dzień tygodnia ({ DATETIME($day, dateStyle: "full") }) jest tu zamknięte. Proszę wybrać inny dzień.
    }
halls-outside = W ten dzień otwarte jest { $hours }. Proszę wybrać godziny w tym czasie.
halls-no-block = Biurka rezerwuje się na części dnia: { $blocks }. Proszę wybrać jedną z nich.
halls-wrong-span = Godziny { $hours } nie są dobre: koniec musi być po początku, najmniej pół godziny.
halls-quarters = Proszę podać godziny co kwadrans, na przykład 17:00, 17:15 albo 17:30.
halls-too-long =
    { $hours ->
        [one] To za długo: najwyżej { $hours } godzina.
        [few] To za długo: najwyżej { $hours } godziny.
        [many] To za długo: najwyżej { $hours } godzin.
       *[other] To za długo: najwyżej { $hours } godzin.
    }
halls-no-hour = Godzina { $hour } jest { DATETIME($day, dateStyle: "long") } niepewna: tej nocy zmienia się czas. Proszę podać inną.
halls-purpose =
    { $most ->
        [one] Po co? Proszę napisać od 3 do { $most } znaku.
        [few] Po co? Proszę napisać od 3 do { $most } znaków.
        [many] Po co? Proszę napisać od 3 do { $most } znaków.
       *[other] Po co? Proszę napisać od 3 do { $most } znaków.
    }
halls-why =
    { $most ->
        [one] To za długo: najwyżej { $most } znak.
        [few] To za długo: najwyżej { $most } znaków.
        [many] To za długo: najwyżej { $most } znaków.
       *[other] To za długo: najwyżej { $most } znaków.
    }
halls-over = Tej rezerwacji już nie ma albo jej czas minął.
halls-given-back = Ten termin już oddano.
halls-answered-already =
    { $state ->
        [yes] Na to już ktoś odpowiedział: zgoda.
        [no] Na to już ktoś odpowiedział: odmowa.
       *[other] Na to już odpowiedziano albo termin minął.
    }
halls-changed-meanwhile = Ktoś zmienił to w tej samej chwili. Tak jest teraz:
halls-nothing-free = Ani jeden z tych dni nie jest już wolny.
halls-wrong-name =
    { $most ->
        [one] Nazwa powinna mieć od 1 do { $most } znaku.
        [few] Nazwa powinna mieć od 1 do { $most } znaków.
        [many] Nazwa powinna mieć od 1 do { $most } znaków.
       *[other] Nazwa powinna mieć od 1 do { $most } znaków.
    }
halls-there-already = „{ $name }” już tu jest.
halls-wrong-hours = Nie widać godzin. Proszę napisać na przykład: pn–pt 8–20, sob 9–14.
halls-wrong-desks =
    { $most ->
        [one] Proszę podać liczbę od 0 do { $most }.
        [few] Proszę podać liczbę od 0 do { $most }.
        [many] Proszę podać liczbę od 0 do { $most }.
       *[other] Proszę podać liczbę od 0 do { $most }.
    }
halls-typed-wrong = Nie udało się zrozumieć terminu: { $sentence }
halls-typed-hours = nie widać godzin od–do, na przykład 17–19.
halls-typed-day = nie widać dnia, na przykład „czwartek” albo „3 grudnia”.
halls-typed-one-day = proszę podać jeden dzień, a dla wielu napisać na przykład „wtorki 17–19 do czerwca”.
halls-typed-purpose = nie widać, po co. Proszę dopisać kilka słów.
