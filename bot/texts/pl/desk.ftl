# Rozmowa z człowiekiem: co widzi personel w swoim pokoju i co słyszy mieszkaniec. W tytułach wątków nigdy nie ma nazwisk.
desk-title = { $danger ->
    [yes] ❗{" "}
   *[no] { "" }
}{ $number } · { $spoken } · { $kind ->
    [callback] telefon ·{" "}
   *[talk] { "" }
}{ $state ->
    [taken] w toku
    [snoozed] odłożone
    [closed] zamknięte
   *[waiting] czeka
}{ $again ->
    [yes] {" "}· powtórzone
   *[no] { "" }
}
desk-card = <b>{ $number } · { $spoken ->
    [uk] po ukraińsku
    [en] po angielsku
   *[pl] po polsku
} · { $channel ->
    [web] czat na stronie
   *[telegram] Telegram
}</b>{ $kind ->
    [callback] {" "}· prośba o telefon
   *[talk] { "" }
}
desk-card-danger = ❗ <b>Może chodzić o niebezpieczeństwo.</b> Numery alarmowe są już pokazane.
desk-card-case = Sprawa: { $case ->
    [booking] kłopot z zapisem
    [unknown] bot nie znał odpowiedzi
    [danger] pilne
   *[other] rozmowa z człowiekiem
}
desk-card-question = Wcześniejsze pytanie: <i>{ $question }</i>
desk-card-shown = Pokazana karta: { $name }
desk-card-call = Imię: { $name } · kiedy: { $when }
    Numer pokaże przycisk. To zgłoszenie, nie wniosek.
desk-words = { $text }
desk-words-before = <i>wcześniej: { $text }</i>
desk-again = <i>(możliwe, że po raz drugi)</i>
desk-file-lost = <i>Był tu plik, którego nie udało się pobrać.</i>
desk-staff-says = 👤 { $text }
desk-button-take = ✋ Biorę
desk-button-close = ✔️ Zamknij
desk-button-reopen = ↩️ Jeszcze coś
desk-stars = { $n } ⭐
desk-told-taken = Rozmowę prowadzi teraz: <b>{ $name }</b>.
desk-told-closed = Rozmowa jest zamknięta. Gdyby coś jeszcze było potrzebne, przez { $days } dni można do niej wrócić.
desk-told-closed-rate = Rozmowa jest zamknięta. Gdyby coś jeszcze było potrzebne, przez { $days } dni można do niej wrócić.
    Czy rozmowa pomogła? Ocena jest bez nazwiska: 1 to nie, 5 to bardzo.
desk-told-passed = Rozmowa { $number } czeka na Panią lub Pana: została przekazana.
desk-told-not-shown = Jednej z wiadomości nie udało się pokazać pracownikom. Proszę napisać to jeszcze raz albo inaczej.
desk-told-tried = Dzwonimy w sprawie prośby o telefon, ale nikt nie odbiera (próba { $tries }). Zadzwonimy jeszcze raz.
desk-told-not-reached = Nie udało się dodzwonić. Prośba o telefon jest zamknięta; w każdej chwili można zostawić nową.
desk-told-waits = { $danger ->
    [yes] ❗ Pilne.{ " " }
   *[no] { "" }
}Rozmowa { $number } czeka na odpowiedź już { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
   *[many] { $minutes } minut
}{ $danger ->
    [yes] { "." }
   *[no] { " " }godzin pracy.
}
desk-told-second = { $danger ->
    [yes] ❗ Pilne.{ " " }
   *[no] { "" }
}Rozmowa { $number } jest bez odpowiedzi już { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
   *[many] { $minutes } minut
}{ $danger ->
    [yes] { "." }
   *[no] { " " }godzin pracy.
} Proszę ją przejąć, jeśli to możliwe.
desk-told-coordinator = { $danger ->
    [yes] ❗ Pilne.{ " " }
   *[no] { "" }
}Rozmowa { $number } jest wciąż bez odpowiedzi: { $minutes ->
    [one] { $minutes } minuta
    [few] { $minutes } minuty
   *[many] { $minutes } minut
}{ $danger ->
    [yes] { "." }
   *[no] { " " }godzin pracy.
} Przypomnienia nie pomogły.
desk-said-waits = ⏰ { $danger ->
    [yes] ❗ Pilne.{ " " }
   *[no] { "" }
}Bez odpowiedzi od { $minutes ->
    [one] { $minutes } minuty
    [few] { $minutes } minut
   *[many] { $minutes } minut
}{ $danger ->
    [yes] { "." }
   *[no] { " " }godzin pracy.
}
desk-said-morning = <b>{ $count ->
    [one] Czeka { $count } osoba
    [few] Czekają { $count } osoby
   *[many] Czeka { $count } osób
}, najdłużej od { $day ->
    [today] dzisiaj
    [mon] poniedziałku
    [tue] wtorku
    [wed] środy
    [thu] czwartku
    [fri] piątku
    [sat] soboty
    [sun] niedzieli
   *[date] { $date }
} { $hour }.</b>
desk-said-morning-line = { $danger ->
    [yes] ❗{" "}
   *[no] { "" }
}{ $number } · { $spoken } · { $kind ->
    [callback] telefon ·{" "}
   *[talk] { "" }
}od { $day ->
    [today] dzisiaj
    [mon] poniedziałku
    [tue] wtorku
    [wed] środy
    [thu] czwartku
    [fri] piątku
    [sat] soboty
    [sun] niedzieli
   *[date] { $date }
} { $hour }
desk-said-not-shown = ⚠️ Jednej wiadomości nie da się tutaj pokazać. Druga strona o tym wie.
desk-said-reopened = ↩️ Rozmowa jest znowu otwarta.
desk-said-woken = ⏰ Odłożona rozmowa wraca do kolejki.
desk-said-blocked = ⚠️ Odpowiedź nie doszła: ta osoba nie przyjmuje już wiadomości.
desk-said-left = ⚠️ Ta osoba wyszła ze strony i wymazała czat. Odpowiedź już do niej nie dojdzie; nową rozmowę może zacząć tylko ona.
desk-said-uncertain = ⚠️ Nie wiadomo, czy odpowiedź doszła: połączenie urwało się dwa razy.
desk-said-not-sent = ⚠️ Odpowiedź nie została wysłana: komunikator jej nie przyjął.
desk-room-trouble = Do pokoju personelu nic teraz nie dochodzi: { $why ->
    [gone] grupy nie ma albo bot został z niej usunięty
    [no-rights] bot nie może tam pisać lub zakładać wątków
   *[no-forum] w grupie są wyłączone wątki
}. Nic nie zginęło: po naprawieniu rozmowy przyjdą same.
desk-room-well = Pokój personelu znowu działa. To, co czekało, właśnie tam idzie.
desk-not-yours = To może zrobić tylko pracownik tego centrum.
desk-closed = Rozmowa { $number } jest już zamknięta.
desk-taken-by = Tę rozmowę prowadzi { $name }.
desk-not-taken = Najpierw trzeba wziąć tę rozmowę.
desk-gone = Tej rozmowy już nie ma.
desk-too-late = Za późno: odpowiedź już poszła.
desk-too-old = Na powrót do tej rozmowy jest już za późno. Można zacząć nową.
desk-past = Ta chwila już minęła. Proszę podać późniejszą.
desk-no-colleague = Ta osoba nie ma roli w tym centrum.
desk-person-gone = Tej osoby nie ma już w bocie, odpowiedź nie ma dokąd pójść.
desk-edit-file = Zamiana pliku nie przechodzi na drugą stronę. Proszę wysłać nowy plik osobno.
desk-edit-late = Ta odpowiedź jest wycofana. Proszę napisać nową.
desk-room-taken = Ta grupa jest pokojem personelu innego centrum.
desk-phone-wrong = To nie wygląda na numer telefonu. Proszę podać dziewięć cyfr albo numer z kierunkowym, na przykład +380…
desk-name-missing = Proszę podać imię, żeby było wiadomo, o kogo pytać.
desk-not-rated = Tej rozmowy nie można ocenić.
