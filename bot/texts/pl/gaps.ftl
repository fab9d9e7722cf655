# /braki: what people asked and Okienko did not find. Only organisers see it.
gaps-title =
    <b>{ $city }: pytania bez odpowiedzi</b>
    O to pytało w ciągu { $days } dni co najmniej kilka osób, a Okienko nie znalazło odpowiedzi. Liczba obok mówi, ile było takich pytań.
    Dotknięcie pytania pokazuje, do której karty można dopisać te słowa.
gaps-nothing =
    <b>{ $city }: pytania bez odpowiedzi</b>
    Teraz nic tu nie ma. Pytanie pojawia się, gdy w ciągu { $days } dni powtórzy się co najmniej trzy razy.
gaps-changed = Ta lista zmieniła się w międzyczasie. Oto, co jest teraz.
gaps-one =
    <b>{ $count ->
        [one] { $count } podobne pytanie
        [few] { $count } podobne pytania
        [many] { $count } podobnych pytań
       *[other] { $count } podobnego pytania
    }</b>
    { $examples }

    Gdzie szukać odpowiedzi? Proszę wybrać kartę:
gaps-example = • <i>{ $text }</i>
gaps-which-card = Do której karty dopisać te słowa?
gaps-confirm =
    Dopisać do karty <b>{ $card }</b> te słowa?
    { $words }

    Kto tak zapyta, zobaczy tę kartę. Samej treści karty to nie zmienia.
gaps-word = • { $text }
gaps-added =
    ✅ Dopisane do karty <b>{ $card }</b>:
    { $words }

    Za kilka sekund działa we wszystkich rozmowach.
gaps-put-aside = Odłożone: tych pytań nie ma już na liście.
gaps-undone = Cofnięte. Za kilka sekund wszystko działa jak przedtem, a pytania wracają na listę.
gaps-undone-before = To jest już cofnięte.
gaps-history-title = <b>Dopisane słowa</b>
gaps-history-nothing = Na razie nic nie zostało dopisane.
gaps-by-me = dopisane z tego konta
gaps-by-another = dopisane przez inną osobę
gaps-past-added =
    <b>{ $number }.</b> { DATETIME($day, dateStyle: "long") }, { $who }
    Karta <b>{ $card }</b>:
    { $words }
gaps-past-aside = <b>{ $number }.</b> { DATETIME($day, dateStyle: "long") }, { $who }: odłożone bez karty
gaps-past-undone = ↩ Cofnięte: { DATETIME($day, dateStyle: "long") }
gaps-refused = Ta strona jest dla osób, które prowadzą Okienko w swoim Centrum. W czym innym pomogę od razu: wystarczy napisać, czego potrzeba.
gaps-button-other-card = 📚 Inna karta
gaps-button-aside = Odłożyć, nie pasuje do żadnej
gaps-button-history = 🕓 Co już dopisano
gaps-button-yes = ✅ Tak, dopisać
gaps-button-undo = ↩ Cofnąć
gaps-button-undo-number = ↩ Cofnąć nr { $number }
