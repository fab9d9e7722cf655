# A time that someone typed: said back, doubted, or not understood. A weekday is 0 for Monday; a year comes with its space or is empty.
when-weekday =
    { $weekday ->
        [0] poniedziałek
        [1] wtorek
        [2] środa
        [3] czwartek
        [4] piątek
        [5] sobota
       *[other] niedziela
    }
when-on-weekday =
    { $weekday ->
        [0] w poniedziałek
        [1] we wtorek
        [2] w środę
        [3] w czwartek
        [4] w piątek
        [5] w sobotę
       *[other] w niedzielę
    }
when-date =
    { $month ->
        [1] { $day } stycznia{ $year }
        [2] { $day } lutego{ $year }
        [3] { $day } marca{ $year }
        [4] { $day } kwietnia{ $year }
        [5] { $day } maja{ $year }
        [6] { $day } czerwca{ $year }
        [7] { $day } lipca{ $year }
        [8] { $day } sierpnia{ $year }
        [9] { $day } września{ $year }
        [10] { $day } października{ $year }
        [11] { $day } listopada{ $year }
       *[other] { $day } grudnia{ $year }
    }
when-day = { $weekday } { $date }
when-moment = { $day }, { $hour }
when-plain = { $line }.
when-doubt = { $line } – { $doubts }.
when-right = Dobrze?
when-sure = Na pewno?
when-free-day = { $name }, dzień wolny
when-closed = Centrum jest wtedy zamknięte
when-quiet = pora ciszy ({ $begins }–{ $ends })
when-repeated = { $often } o { $hour }, { $until }; pierwszy raz: { $day }
when-until = ostatni dzień to { $day }
when-endless = bez daty końca
when-days-off-skip = w dni wolne nie
when-days-off-next-working-day = z dnia wolnego na następny dzień roboczy
when-every-day = Codziennie
when-every-workday = Od poniedziałku do piątku
when-every-weeks =
    { $step ->
        [1] Co tydzień { $weekdays }
        [one] Co { $step } tydzień { $weekdays }
        [few] Co { $step } tygodnie { $weekdays }
        [many] Co { $step } tygodni { $weekdays }
       *[other] Co { $step } tygodnia { $weekdays }
    }
when-every-months =
    { $step ->
        [1] Co miesiąc
        [3] Co kwartał
        [6] Co pół roku
        [12] Co rok
        [one] Co { $step } miesiąc
        [few] Co { $step } miesiące
        [many] Co { $step } miesięcy
       *[other] Co { $step } miesiąca
    }
when-nth =
    { $nth ->
        [1] { $weekday ->
                [0] pierwszy poniedziałek
                [1] pierwszy wtorek
                [2] pierwszą środę
                [3] pierwszy czwartek
                [4] pierwszy piątek
                [5] pierwszą sobotę
               *[other] pierwszą niedzielę
            }
        [2] { $weekday ->
                [0] drugi poniedziałek
                [1] drugi wtorek
                [2] drugą środę
                [3] drugi czwartek
                [4] drugi piątek
                [5] drugą sobotę
               *[other] drugą niedzielę
            }
        [3] { $weekday ->
                [0] trzeci poniedziałek
                [1] trzeci wtorek
                [2] trzecią środę
                [3] trzeci czwartek
                [4] trzeci piątek
                [5] trzecią sobotę
               *[other] trzecią niedzielę
            }
        [4] { $weekday ->
                [0] czwarty poniedziałek
                [1] czwarty wtorek
                [2] czwartą środę
                [3] czwarty czwartek
                [4] czwarty piątek
                [5] czwartą sobotę
               *[other] czwartą niedzielę
            }
        [5] { $weekday ->
                [0] piąty poniedziałek
                [1] piąty wtorek
                [2] piątą środę
                [3] piąty czwartek
                [4] piąty piątek
                [5] piątą sobotę
               *[other] piątą niedzielę
            }
       *[other] { $weekday ->
                [0] ostatni poniedziałek
                [1] ostatni wtorek
                [2] ostatnią środę
                [3] ostatni czwartek
                [4] ostatni piątek
                [5] ostatnią sobotę
               *[other] ostatnią niedzielę
            }
    }
when-every-nth = { $every } w { $which } miesiąca
when-every-last-day = { $every } ostatniego dnia miesiąca
when-every-day-of-month = { $every }, { $day }. dnia miesiąca

when-guessed-afternoon = Przyjęta godzina po południu, bo nad ranem nikt nie ogłasza.
when-guessed-evening = Ta godzina rano już minęła, więc chodzi o wieczór.
when-guessed-hour = Godziny nie było, więc przyjęta jest { $hour }.
when-guessed-part = Dokładnej godziny nie było, więc przyjęta jest { $hour }.
when-guessed-today = To jeszcze dzisiaj.
when-guessed-tomorrow = Dziś ta godzina już minęła, więc jutro.
when-guessed-week-later = Dziś ta godzina już minęła, więc za tydzień.
when-guessed-next-week = „Przyszły” to ten w następnym tygodniu.
when-guessed-next-year = W tym roku ten dzień już minął, więc to przyszły rok.
when-guessed-monthly = Przyjęte, że co miesiąc.
when-guessed-fortnight = Przyjęte, że co dwa tygodnie.
when-guessed-first = Dnia nie było, więc przyjęty jest najbliższy możliwy.
when-guessed-month-end = Ostatni miesiąc liczy się do końca.
when-guessed-short-months = W krótszych miesiącach będzie to ostatni dzień.
when-guessed-doubled = Tej nocy zegar cofa się i ta godzina jest dwa razy: przyjęta jest pierwsza.

when-unclear = Nie wiadomo, kiedy to ma być. Proszę napisać na przykład: „jutro o 17”, „5 grudnia o 9:00” albo „co środę o 10 do 30 czerwca”.
when-unknown-words = Niezrozumiałe: „{ $words }”. Proszę napisać sam termin, na przykład „jutro o 17”.
when-day-missing = Którego dnia? Proszę dopisać dzień, na przykład „w sobotę o 11” albo „5 grudnia o 9”.
when-hour-missing = O której godzinie? Proszę dopisać, na przykład „dziś o 17”.
when-two-days = Tu są dwa różne dni. Proszę podać jeden, a jeśli ma się powtarzać, na przykład: „co wtorek i czwartek o 17”.
when-two-hours = Tu są dwie godziny. Proszę podać jedną: tę, o której się zaczyna.
when-contradiction = Godzina i pora dnia do siebie nie pasują. Proszę napisać na przykład „jutro o 17:00”.
when-midnight = Północ bywa różnie rozumiana. Proszę napisać dzień i godzinę 0:00 albo 23:59.
when-no-such-hour = Godziny { $hour } nie ma. Proszę podać godzinę od 0:00 do 23:59.
when-no-such-day = Takiego dnia nie ma w kalendarzu: { $day }. Proszę podać inny.
when-no-such-weekday = W tym miesiącu nie ma takiego dnia po raz piąty. Proszę podać datę.
when-wrong-weekday = Dzień tygodnia się nie zgadza: to { $date }, a napisano: { $weekday }. Który dzień jest właściwy?
when-past = Ten termin już minął: { $at }. Proszę podać przyszły.
when-past-day = Ten dzień już minął. Proszę podać przyszły.
when-too-far = To bardzo daleko: { $at }. Proszę podać termin najdalej za dwa lata.
when-until-alone = Wiadomo, do kiedy, ale nie wiadomo, jak często. Proszę napisać na przykład „co środę o 17 do 30 czerwca”.
when-until-before = Koniec ({ $date }) wypada przed pierwszym razem ({ $first }). Proszę podać późniejszy.
when-skipped-hour = Godziny { $hour } tej nocy nie będzie, bo zegary idą do przodu. Najbliższa możliwa: { $at }.

when-holiday-new-year = Nowy Rok
when-holiday-epiphany = Święto Trzech Króli
when-holiday-easter = Wielkanoc
when-holiday-easter-monday = Poniedziałek Wielkanocny
when-holiday-first-of-may = Święto Pracy
when-holiday-third-of-may = Święto Konstytucji 3 Maja
when-holiday-pentecost = Zielone Świątki
when-holiday-corpus-christi = Boże Ciało
when-holiday-assumption = Wniebowzięcie Najświętszej Maryi Panny
when-holiday-all-saints = Wszystkich Świętych
when-holiday-independence = Święto Niepodległości
when-holiday-christmas-eve = Wigilia
when-holiday-christmas = Boże Narodzenie
when-holiday-christmas-second = drugi dzień Bożego Narodzenia
