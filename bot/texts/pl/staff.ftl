# Praca w Okienku: dla osób z rolą w Centrum.
staff-button = 🗂 Praca w Centrum
staff-title = <b>{ $city }: praca w Okienku</b>
staff-clerk =
    <b>Na dyżurze</b>
    /zapisz – zapis dla kogoś, kto dzwoni albo przyszedł; także szukanie po kodzie i lista dnia
    /kolejka – kto czeka na odpowiedź człowieka
    /telefony – do kogo zadzwonić przed jutrem
    /sala – sale i biurka: prośby, tydzień, zasady, plan na przyszły rok
    /grafik – dyżury miesiąca
    /nieobecnosc – ktoś nie przyjdzie na dyżur
    /dyzury raport – o co ludzie pytają i których godzin brakuje

    <b>Wolontariat</b>
    /zmiany – dyżury tygodnia, kto przyszedł, nowe dyżury
    /wolontariusze – kto pomaga, zgody, porozumienia
staff-adviser =
    <b>Mój dyżur</b>
    /dzis – dzisiejsza lista, obecność i temat w dwóch dotknięciach
staff-organiser =
    <b>Ogłoszenia i wydarzenia</b>
    /ogloszenie – nowe ogłoszenie
    /ogloszenia – zaplanowane i wysłane
    /wydarzenie – nowe wydarzenie
    /plan – plan roku
    /spolecznosci – grupy, do których pisze Okienko
    /kwartal – zestawienie kwartału

    <b>Dyżury</b>
    /grafik – grafik miesiąca
    /zamkniete – dni, w które Centrum jest zamknięte
    /sala – sale i biurka: prośby, tydzień, zasady, plan na przyszły rok
    /nieobecnosc – ktoś nie przyjdzie na dyżur
    /doradcy – kto przyjmuje i kto dostaje listę dnia
    /dyzury raport – które godziny dodać, które odjąć

    <b>Wiedza Okienka</b>
    /braki – pytania bez odpowiedzi
    /propozycje – karty zgłoszone przez organizacje

    <b>Zajęcia i grupy</b>
    /programy – nowe zajęcia, zgłoszenia, obecność

    <b>Wolontariat</b>
    /zmiany – dyżury tygodnia, kto przyszedł, nowe dyżury
    /wolontariusze – kto pomaga, zgody, porozumienia

    <b>Rozmowy z mieszkańcami</b>
    /pokoj – gdzie zespół odpowiada
    /kolejka – kto czeka
    /tydzien – zeszły tydzień w liczbach
