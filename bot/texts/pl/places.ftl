# Terminy i zapisy: odmowy i ostrzeżenia, których może się doczekać każdy, kto coś zapisuje.
places-gone = Tego terminu już nie ma.
places-past = Ten termin już minął.
places-full = Ten termin jest już zajęty: ktoś zapisał się chwilę wcześniej.
places-too-late = Na ten termin można było zapisać się do { DATETIME($at, dateStyle: "full") }, { $hour }. Może pomóc telefon do Centrum.
places-overlap =
    { $kind ->
        [consultation] W tym czasie jest już zapisana rozmowa: { DATETIME($at, dateStyle: "full") }, { $hour }.
        [meeting] W tym czasie jest już zapisane spotkanie: { DATETIME($at, dateStyle: "full") }, { $hour }.
        [room] W tym czasie jest już zapisana sala: { DATETIME($at, dateStyle: "full") }, { $hour }.
        [event] W tym czasie jest już zapisane wydarzenie: { DATETIME($at, dateStyle: "full") }, { $hour }.
        [shift] W tym czasie jest już zapisany dyżur: { DATETIME($at, dateStyle: "full") }, { $hour }.
        [titled] W tym czasie jest już zapisane: { $title }, { DATETIME($at, dateStyle: "full") }, { $hour }.
       *[other] W tym czasie jest już inny zapis.
    }
places-too-many =
    { $most ->
        [one] Jest już { $most } zapis naprzód, więcej naraz się nie da. Gdy jeden się odbędzie albo zostanie odwołany, można zapisać następny.
        [few] Są już { $most } zapisy naprzód, więcej naraz się nie da. Gdy jeden się odbędzie albo zostanie odwołany, można zapisać następny.
        [many] Jest już { $most } zapisów naprzód, więcej naraz się nie da. Gdy jeden się odbędzie albo zostanie odwołany, można zapisać następny.
       *[other] Jest już { $most } zapisu naprzód, więcej naraz się nie da. Gdy jeden się odbędzie albo zostanie odwołany, można zapisać następny.
    }
places-other-door = Tutaj nie da się na to zapisać. Dyżury wolontariatu są pod /pomagam, zajęcia pod /zajecia.
places-ended = Ten zapis jest już odwołany. Można wybrać nowy termin.
places-try-again = Ktoś zmieniał to w tej samej chwili. Proszę spróbować jeszcze raz.
places-not-yours = Nie ma tu takiego zapisu. Jeśli jest kod z kartki, proszę go napisać.
places-code-tries = Ten kod wpisano dziś już kilka razy z błędem. Jutro można spróbować znowu, a dziś pomoże telefon do Centrum.
places-provider-busy = { $who }: w tym czasie jest już coś innego ({ DATETIME($at, dateStyle: "full") }, { $hour }). Proszę zmienić godziny.
places-room-busy = { $who }: to miejsce jest w tym czasie zajęte ({ DATETIME($at, dateStyle: "full") }, { $hour }). Proszę zmienić godziny albo miejsce.
places-name-wrong =
    { $most ->
        [one] Imię albo inicjały powinny mieć od 1 do { $most } znaku.
        [few] Imię albo inicjały powinny mieć od 1 do { $most } znaków.
        [many] Imię albo inicjały powinny mieć od 1 do { $most } znaków.
       *[other] Imię albo inicjały powinny mieć od 1 do { $most } znaku.
    }
places-phone-wrong = To nie wygląda na numer telefonu. Proszę podać co najmniej 9 cyfr, na przykład 600 100 200.
places-no-day = Takiego dnia nie ma w kalendarzu: { $day }.{ $month }.{ $year }. Proszę podać inny.
places-no-hour = Godziny { $hour } nie ma { DATETIME($day, dateStyle: "long") }: tej nocy zegary idą do przodu. Proszę podać inną.
