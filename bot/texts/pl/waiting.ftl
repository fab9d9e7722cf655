# Lista oczekujących: że to lista, nie miejsce; wolne miejsce i do kiedy czeka; odpowiedzi, także spóźnione.
waiting-button-join = 🕒 Na listę oczekujących
waiting-button-open = 🕒 Moje miejsce na liście
waiting-button-take = ✅ Biorę
waiting-button-take-beside = ✅ Biorę mimo to
waiting-button-pass = Tym razem nie
waiting-button-leave = Rezygnuję z listy
waiting-button-leave-sure = Tak, rezygnuję z listy
waiting-button-stay = Zostaję na liście
waiting-line = 🕒 lista ({ $position }.) · { $when }
waiting-line-offer = 🔔 wolne miejsce · { $when }
waiting-joined = 🕒 <b>Zapisane na listę oczekujących</b>
waiting-standing = 🕒 <b>Lista oczekujących</b>
waiting-is-a-list =
    Miejsce na liście: <b>{ $position }</b>. To lista, jeszcze nie miejsce na spotkaniu.
    Gdy coś się zwolni, przyjdzie tu wiadomość z godziną, do której miejsce czeka.
waiting-what = <b>{ $title }</b>
waiting-together = Na liście czeka tu kilka osób razem. Żeby zapisać się osobno, trzeba najpierw zrezygnować z listy (/moje).
waiting-people =
    { $people ->
        [one] 👥 { $people } osoba
        [few] 👥 { $people } osoby, tylko razem
        [many] 👥 { $people } osób, tylko razem
       *[other] 👥 { $people } osoby, tylko razem
    }
waiting-offer =
    { $kind ->
        [shift] 🔔 <b>Jest wolne miejsce na dyżurze</b>
        [event] 🔔 <b>Jest wolne miejsce na wydarzeniu</b>
        [room] 🔔 <b>Zwolniła się sala</b>
       *[other] 🔔 <b>Zwolniło się miejsce: spotkanie w Centrum</b>
    }
waiting-offer-until = Miejsce czeka do: <b>{ $until }</b>. Potem dostanie je następna osoba z listy.
waiting-lapsed =
    { $left ->
        [yes]
            <b>Nie jest to już na liście.</b> Dwa razy z rzędu nie było odpowiedzi, więc miejsce na liście zwolniło się dla innych:
       *[no]
            <b>Czas na odpowiedź minął</b>, wolne miejsce poszło dalej. Miejsce na liście zostaje. Gdy drugi raz z rzędu nie będzie odpowiedzi, zwolni się dla innych:
    }
waiting-ended = <b>Lista oczekujących jest zamknięta.</b> To się nie odbędzie:
waiting-in-vain = <b>Tym razem miejsca nie ma.</b> Zapisy są już zamknięte, lista oczekujących też:
waiting-passed-now = <b>Dobrze, tym razem nie.</b> Wolne miejsce poszło dalej, a lista zostaje:
waiting-left-now = <b>Nie jest to już na liście.</b> Dziękujemy za wiadomość.
waiting-leave-sure = Zrezygnować z listy na <b>{ $when }</b>? Później można zapisać się na nią znowu, już na koniec.
waiting-done-together =
    { $people ->
        [one] ✅ <b>Zapisane: { $people } osoba</b>
        [few] ✅ <b>Zapisane: { $people } osoby</b>
        [many] ✅ <b>Zapisane: { $people } osób</b>
       *[other] ✅ <b>Zapisane: { $people } osoby</b>
    }
waiting-over = <b>Tego miejsca na liście już nie ma.</b>
waiting-free = Właśnie jest wolne miejsce, lista nie jest potrzebna. Można się od razu zapisać.
waiting-too-late = To już za chwilę, więc lista nie zdąży pomóc. Jeśli ktoś zrezygnuje, wolny termin pojawi się od razu przy zapisach.
waiting-too-big =
    { $most ->
        [one] Jest tu najwyżej { $most } miejsce, a na liście czeka się tylko razem. Proszę wybrać mniej osób.
        [few] Są tu najwyżej { $most } miejsca, a na liście czeka się tylko razem. Proszę wybrać mniej osób.
        [many] Jest tu najwyżej { $most } miejsc, a na liście czeka się tylko razem. Proszę wybrać mniej osób.
       *[other] Jest tu najwyżej { $most } miejsca, a na liście czeka się tylko razem. Proszę wybrać mniej osób.
    }
waiting-has-place = To miejsce jest już zapisane (/moje).
waiting-other-party = Jedna z tych osób czeka już na tej liście w innym składzie. Żeby to zmienić, trzeba najpierw zrezygnować z listy (/moje).
waiting-too-many =
    { $most ->
        [one] Jest już { $most } lista, więcej naraz się nie da. Można zrezygnować z jednej z nich (/moje).
        [few] Są już { $most } listy, więcej naraz się nie da. Można zrezygnować z jednej z nich (/moje).
        [many] Jest już { $most } list, więcej naraz się nie da. Można zrezygnować z jednej z nich (/moje).
       *[other] Jest już { $most } listy, więcej naraz się nie da. Można zrezygnować z jednej z nich (/moje).
    }
waiting-not-enough =
    { $free ->
        [one] Wolne jest { $free } miejsce, to za mało dla wszystkich. Można czekać razem na liście.
        [few] Wolne są { $free } miejsca, to za mało dla wszystkich. Można czekać razem na liście.
        [many] Wolnych jest { $free } miejsc, to za mało dla wszystkich. Można czekać razem na liście.
       *[other] Wolne są { $free } miejsca, to za mało dla wszystkich. Można czekać razem na liście.
    }
waiting-answer-first = To miejsce czeka już na odpowiedź z listy. Proszę odpowiedzieć na wiadomość o wolnym miejscu (/moje).
waiting-not-yours = Nie ma tu takiego miejsca na liście. Swoje zapisy i listy pokazuje /moje.
waiting-late = Czas na odpowiedź minął, wolne miejsce poszło dalej. Co zostało na liście, pokazuje /moje.
waiting-passed = Było już „tym razem nie”, więc to wolne miejsce poszło dalej. Lista zostaje i napiszemy przy następnym.
waiting-taken = To miejsce jest już zapisane: { DATETIME($at, dateStyle: "full") }, { $hour }. Odwołać można w /moje.
waiting-left = Tego miejsca na liście już nie ma, więc nie można na nie odpowiedzieć. Można zapisać się na listę jeszcze raz.
waiting-report =
    { $hours ->
        [0] 🕒 Listy oczekujących: z { $freed } zwolnionych miejsc zajęto z listy { $taken }.
        [one] 🕒 Listy oczekujących: z { $freed } zwolnionych miejsc zajęto z listy { $taken }, zwykle w ciągu { $hours } godziny.
        [few] 🕒 Listy oczekujących: z { $freed } zwolnionych miejsc zajęto z listy { $taken }, zwykle w ciągu { $hours } godzin.
        [many] 🕒 Listy oczekujących: z { $freed } zwolnionych miejsc zajęto z listy { $taken }, zwykle w ciągu { $hours } godzin.
       *[other] 🕒 Listy oczekujących: z { $freed } zwolnionych miejsc zajęto z listy { $taken }, zwykle w ciągu { $hours } godziny.
    }
own-part-waiting = 🕒 listy oczekujących: { $count }
