# Ogłoszenia: układanie, odbiorcy, raport; społeczności; powiadomienia mieszkańców.
announce-refused = Ogłoszenia wysyłają osoby, które prowadzą Okienko w swoim Centrum. W innych sprawach chętnie pomogę od razu: wystarczy napisać, czego potrzeba.
announce-what =
    <b>{ $city }: nowe ogłoszenie</b>
    Proszę wysłać je tutaj tak, jak wysyła się wiadomość znajomemu: tekst, zdjęcie z podpisem, film, plik albo album.

    Niczego jeszcze nie wysyłam. /anuluj przerywa.
announce-what-again =
    <b>Nowa treść</b>
    Proszę wysłać ogłoszenie jeszcze raz w całości: tekst albo zdjęcie z podpisem. Odbiorcy i termin zostają.
announce-text-now = Teraz brzmi tak (można skopiować):
announce-cancelled = Przerwane. Nic nie zostało wysłane. Szkic, jeśli był, czeka w /ogloszenia.
announce-dropped = Szkic wyrzucony. Nic nie zostało wysłane.
announce-empty = W ogłoszeniu nie ma jeszcze ani słowa. Proszę napisać, o co chodzi.
announce-wrong-kind = Tego nie da się ogłosić. Proszę wysłać tekst, zdjęcie, film, plik albo album.
announce-text-too-long = Tekst jest za długi o { $over } znaków. Proszę go skrócić i wysłać jeszcze raz.
announce-caption-too-long = Podpis pod zdjęciem lub plikiem jest za długi o { $over } znaków. Proszę go skrócić i wysłać wszystko jeszcze raz.
announce-album-mixed = Tego pliku nie da się dołączyć: w jednym albumie mogą być zdjęcia z filmami albo same pliki, najwyżej 10. Reszta albumu jest w szkicu.
announce-not-draft = To ogłoszenie jest już potwierdzone i tak się go nie zmieni. Poprawić można je w /ogloszenia.
announce-not-sent-yet = To ogłoszenie jeszcze nie wyszło, więc nie ma czego cofać.
announce-recalled-already = To ogłoszenie jest już cofnięte.
announce-no-audience = Nie wybrano jeszcze odbiorców.
announce-nobody = Teraz nikogo w tej grupie odbiorców nie ma. Proszę wybrać też innych.
announce-no-when = Nie wybrano jeszcze terminu.
announce-when-passed = Ten termin właśnie minął. Proszę wybrać nowy.
announce-until-missing = Do kiedy ma się to powtarzać? Proszę dopisać koniec, na przykład: „co środę o 10 do 30 czerwca”.
announce-no-second = Tylu odbiorców wymaga zgody drugiej osoby, a w tym Centrum nikt inny nie prowadzi Okienka.
announce-second-same = Zgodę daje inna osoba niż ta, która napisała ogłoszenie.
announce-author-left = Tej zgody nie da się już dać: osoba, która napisała ogłoszenie, nie prowadzi już Okienka w tym Centrum. Można napisać je od nowa.
announce-no-day-left = W tym czasie są same dni wolne, więc nie wyszłoby ani razu. Proszę zmienić termin albo ustawienie dni wolnych.

announce-to-whom =
    <b>Do kogo?</b>
    Dotknięcie wybiera, drugie cofa. Nic nie jest wybrane z góry. Kto jest w kilku grupach odbiorców, dostanie jedną wiadomość.
announce-to-whom-no-groups =
    <b>Do kogo?</b>
    Dotknięcie wybiera, drugie cofa. Nic nie jest wybrane z góry.
    Żadna grupa nie jest jeszcze podłączona: wystarczy dodać Okienko do grupy, a zapytam o nią prywatnie.
announce-cannot-write = 🔇 Okienko nie może teraz pisać w tych grupach: { $groups }.
announce-chosen = ✅ { $name }
announce-not-chosen = ⬜ { $name }
announce-group = Grupa: { $name }
announce-followers = { $topic } · { $count }
announce-few = do{ "\u00A0" }4
announce-when =
    <b>Kiedy?</b>
    Można wysłać od razu albo napisać termin, na przykład: „w czwartek o 17”, „5 grudnia o 9” albo „w pierwszy wtorek miesiąca o 10 do końca czerwca”.
announce-read-back =
    🕒 { $said }
    Jeśli inaczej, wystarczy napisać termin jeszcze raz.
announce-not-understood = 🕒 { $said }
announce-when-words = Tu potrzebny jest termin słowami, na przykład „w czwartek o 17”.
announce-now = od razu
announce-no-time = termin jeszcze nie wybrany
announce-look =
    <b>Ostatnie spojrzenie</b>
    Powyżej widać ogłoszenie dokładnie tak, jak je zobaczą inni.
    <b>Od:</b> { $who }
    <b>Grupy:</b> { $groups }
    <b>Osoby w prywatnych rozmowach:</b> { $people }
    <b>Kiedy:</b> { $when }
announce-look-moved = 🌙 Między 21:00 a 8:00 nikomu nie dzwonimy, więc wyjdzie: { $moment }.
announce-look-second = ✋ Przy tylu odbiorcach potrzebna jest zgoda drugiej osoby, która prowadzi Okienko.
announce-test-sent = 📨 Próbna wiadomość zaraz tu przyjdzie, a pod nią jeszcze raz ostatnie spojrzenie.
announce-planned = ✅ Przyjęte. Raport przyjdzie tutaj.
announce-waits = ✋ Czeka na zgodę drugiej osoby. Pytanie już do niej idzie.
announce-sent-before = To ogłoszenie było już potwierdzone. Drugi raz nie wyjdzie.
announce-back-to-draft = Wróciło do szkicu. Nic nie zostało wysłane.
announce-no-longer-asked = Treść się zmieniła i ogłoszenie wróciło do szkicu. Nic nie zostało wysłane; zgoda będzie potrzebna na nowe słowa.
announce-words-changed = Nowe słowa są zapisane. Była na nie potrzebna zgoda drugiej osoby, więc ogłoszenie wróciło do szkicu: wystarczy wysłać je jeszcze raz.
announce-because-event = Wydarzenie się skończyło albo zostało odwołane, więc to zaproszenie już nie wychodzi.
announce-asks-second = ✋ Ogłoszenie „{ $title }” czeka na zgodę drugiej osoby.

announce-button-next = Dalej ➜
announce-button-now = 📣 Od razu
announce-days-off-keep = Wychodzi też w dni wolne
announce-days-off-skip = W dni wolne nie wychodzi
announce-days-off-next = Z dnia wolnego na następny dzień roboczy
announce-button-right = ✅ Tak, zgadza się
announce-button-whom = 👥 Odbiorcy
announce-button-when = 🕒 Termin
announce-button-text = ✏️ Treść
announce-button-send = 📣 Wyślij
announce-button-plan = 📣 Zaplanuj
announce-button-test = 📨 Najpierw próbnie do mnie
announce-button-drop = 🗑 Wyrzuć szkic
announce-button-open = Otwórz
announce-button-new = ➕ Nowe ogłoszenie
announce-button-communities = 💬 Grupy i kanały
announce-button-newer = ← Nowsze
announce-button-older = Starsze →
announce-button-go-on = ✏️ Dokończ
announce-button-look = 👁 Pokaż ogłoszenie
announce-button-yes = ✅ Tak, wysłać
announce-button-no = ✖️ Nie, z powrotem do szkicu
announce-button-stop = ⏹ Zatrzymaj
announce-button-correct = ✏️ Popraw
announce-button-correct-yes = ✅ Popraw u wszystkich
announce-button-recall = ↩️ Cofnij
announce-button-paste = 📋 Tekst do wklejenia
announce-button-poster = 🖨 Plakat A4
announce-button-refresh = 🔄 Odśwież
announce-button-leave = Zostaw, jak jest
announce-button-unfollow = Nie chcę więcej: { $topic }
announce-tail = Zmiana powiadomień: /powiadomienia

announce-list =
    <b>{ $city }: ogłoszenia</b>
    🕒 zaplanowane · 🔁 powtarzane · ✅ wysłane · ✏️ szkic · ✋ czeka na zgodę · ⏹ zatrzymane · ↩️ cofnięte
announce-list-empty =
    <b>{ $city }: ogłoszenia</b>
    Na razie nic tu nie ma.
announce-no-words = (bez słów)
announce-one =
    <b>{ $title }</b>
    { $stage } · { $when }
announce-next-time = 🔁 <b>Następny raz:</b> { $moment }
announce-stage-draft = Szkic
announce-stage-waiting = Czeka na drugą osobę
announce-stage-planned = Zaplanowane
announce-stage-done = Wysłane
announce-stage-stopped = Zatrzymane
announce-stage-recalled = Cofnięte
announce-because-role = Zatrzymane, bo osoba, która je napisała, nie prowadzi już Okienka w tym Centrum.
announce-stop-sure = Zatrzymać? Co jeszcze nie wyszło, już nie wyjdzie.
announce-stopped = ⏹ Zatrzymane. Niewysłanych wiadomości: { $count }.
announce-recall-sure = Cofnąć? Co jeszcze nie wyszło, nie wyjdzie. Co doszło, zostanie skasowane tam, gdzie komunikator na to pozwala (zwykle do 48 godzin).
announce-recalling = ↩️ Cofam. Za chwilę będzie tu widać, gdzie się udało.
announce-correct-what =
    Proszę napisać nową treść w całości. Zdjęcia i pliki zostają.
    /anuluj przerywa.
announce-correct-words = Poprawić można tylko słowa: proszę napisać nową treść. Inne zdjęcie wymaga nowego ogłoszenia.
announce-correct-sure = Tak będzie wyglądać po poprawce. U kogo już jest, zmieni się bez dzwonka.
announce-correcting = ✏️ Poprawiam. Za chwilę będzie tu widać, gdzie się udało.
announce-corrected = ✏️ <b>Poprawka:</b> zmieniono { $done } z { $total }
announce-taken-back = ↩️ <b>Cofanie:</b> skasowano { $done } z { $total }
announce-count-failed = • nie udało się: { $count }
announce-poster-comes = 🖨 Plakat zaraz tu przyjdzie jako plik PDF.
announce-poster-file = plakat
announce-poster-source = Stan na { DATETIME($date, dateStyle: "long") }.
announce-poster-telegram = Plakat z kodem można zrobić w Telegramie: kod otwiera tam rozmowę z Okienkiem.
announce-poster-words = Na plakat potrzebne są słowa, a to ogłoszenie ich nie ma.

announce-progress =
    📣 <b>{ $title }</b>
    Wysyłanie: { $done } z { $total }
announce-finished =
    ✅ <b>{ $title }</b>
    Wysyłanie zakończone: { $done } z { $total }
announce-count-delivered = • dostarczono: { $count }
announce-count-pending = • w drodze: { $count }
announce-count-migrated = • w tym grupy pod nowym numerem: { $count }
announce-count-blocked = • zablokowane przez odbiorcę: { $count }
announce-count-gone = • czatu już nie ma: { $count }
announce-count-uncertain = • nie wiadomo, czy doszło (nie powtarzam): { $count }
announce-count-held-back = • niewysłane: { $count }
announce-trouble = ⚠️ { $group }: { $reason }
announce-reason-no-rights = Okienko nie może tam pisać
announce-reason-removed = Okienka już tam nie ma
announce-reason-uncertain = nie wiadomo, czy doszło
announce-reason-message-gone = tej wiadomości nie da się już zmienić
announce-reason-stopped = zatrzymane
announce-reason-other = komunikator odmówił
announce-told-role-lost = ⏹ Ogłoszenie „{ $title }” nie wyszło, bo jego autor lub autorka nie prowadzi już Okienka w tym Centrum.
announce-told-too-late = ⏹ Ogłoszenie „{ $title }” nie wyszło: Okienko wtedy nie działało, a teraz byłoby za późno.
announce-told-no-file = ⚠️ Ogłoszenie „{ $title }”: pliku nie udało się pobrać (boty dostają pliki do 20 MB), więc na czacie na stronie są same słowa.

community-which =
    Okienko jest teraz w „{ $name }”. Której miejscowości to społeczność?
    Dopóki tego nie wiem, nic tam nie napiszę.
community-refused = Tą grupą może się zająć tylko osoba, która prowadzi Okienko w jej Centrum.
community-taken = Ta grupa należy już do innego Centrum.
community-released = Grupa jest odłączona. Nic tam nie napiszę.
community-list =
    <b>{ $city }: społeczności</b>
    💬 można pisać · 🔇 brak prawa pisania · 🚪 Okienka już tam nie ma
community-none =
    <b>{ $city }: społeczności</b>
    Żadnej jeszcze nie ma. Wystarczy dodać Okienko do grupy lub kanału, a zapytam o nią prywatnie.
community-one =
    <b>{ $name }</b>
    Osiedle: { $estate }
    { $standing }
    { $audience }
community-whole-town = cała miejscowość
community-standing-active = 💬 Można pisać.
community-standing-no-rights = 🔇 Okienko nie ma tam prawa pisania.
community-standing-gone = 🚪 Okienka już tam nie ma.
community-audience = Można ją wybrać jako odbiorcę ogłoszeń.
community-self-help = Grupa samopomocowa: nie widać jej wśród odbiorców i nic tam nie ogłaszamy.
community-button-name = ✏️ Nazwa
community-button-estate = 🏘 Osiedle
community-button-town = Cała miejscowość
community-button-help = To grupa samopomocowa
community-button-not-help = To nie jest grupa samopomocowa
community-button-release = Odłącz
community-name-which = Jak ma się nazywać ta społeczność? Proszę napisać.
community-estate-which = Które to osiedle? Proszę napisać jego nazwę.
community-lost = 🚪 Okienka nie ma już w „{ $name }”. Ogłoszenia tam nie dojdą.
community-muted = 🔇 W „{ $name }” Okienko straciło prawo pisania. Ogłoszenia tam nie dojdą.

following-button = 🔔 Powiadomienia
following-title =
    <b>{ $city }: powiadomienia</b>
    O czym pisać? Dotknięcie włącza, drugie wyłącza. Nic nie jest włączone z góry.
following-on = 🔔 { $topic }
following-off = ⬜ { $topic }
following-stopped = Dobrze, więcej nie napiszę o: { $topic }.
following-centre = Ważne dla wszystkich
following-seniors = Seniorzy
following-parents = Rodzice
following-children-youth = Dzieci i młodzież
following-volunteers = Wolontariat
following-ngo = Organizacje
