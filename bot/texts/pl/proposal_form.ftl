proposal-left = Zgłaszanie przerwane. Nic nie zostało wysłane.
proposal-over = To zgłoszenie jest już zakończone.
proposal-sent = Dziękujemy. Organizator z Centrum to przeczyta. Po jego zgodzie karta pojawi się w Okienku z dopiskiem, że jest niepotwierdzona.
proposal-for-organisers = Propozycje kart przegląda organizator z Centrum.
proposal-none = Żadna propozycja nie czeka.
proposal-waiting = { $count ->
    [one] Czeka { $count } propozycja.
    [few] Czekają { $count } propozycje.
   *[many] Czeka { $count } propozycji.
} Najstarsza:
proposal-accepted = ✅ Karta jest w katalogu.
proposal-declined = Propozycja odrzucona i usunięta.
proposal-source = Zgłoszenie organizacji lub firmy przyjęte przez Centrum
proposal-summary = <b>Proszę sprawdzić, zanim to wyślemy:</b>
proposal-line = <b>{ $what }:</b> { $said }
proposal-button-send = ✅ Wyślij do Centrum
proposal-button-skip = Pomiń
proposal-button-leave = ✖ Przerwij
proposal-button-accept = ✅ Przyjmij
proposal-button-decline = ✖ Odrzuć
proposal-ask-name =
    Nowa karta w Okienku. Jak nazywa się ta usługa albo zajęcia?
    /anuluj przerywa w każdej chwili.
proposal-ask-provider = Kto to prowadzi? Proszę podać nazwę organizacji albo firmy, nie osoby.
proposal-ask-what = Co to jest? Jedno, dwa proste zdania.
proposal-ask-for_whom = Dla kogo?
proposal-ask-cost = Ile to kosztuje?
proposal-ask-how = Jak się zgłosić?
proposal-ask-phone = Numer telefonu, pod którym można pytać? Nie prywatny numer osoby.
proposal-ask-hours = W jakich godzinach? Na przykład: pn–pt 8:00–16:00.
proposal-ask-address = Pod jakim adresem?
proposal-ask-topic = Na której półce ma stać ta karta?
proposal-label-name = Nazwa
proposal-label-provider = Kto prowadzi
proposal-label-what = Co to jest
proposal-label-for_whom = Dla kogo
proposal-label-cost = Koszt
proposal-label-how = Jak się zgłosić
proposal-label-phone = Telefon
proposal-label-hours = Godziny
proposal-label-address = Adres
proposal-label-topic = Półka
proposal-button-resume = ↩ Wróć do zgłoszenia
proposal-put-aside = Zgłoszenie karty czeka.
proposal-told-yes = Dziękujemy za zgłoszenie. Centrum je przyjęło: karta jest w Okienku.
proposal-told-no = Dziękujemy za zgłoszenie. Centrum tym razem go nie przyjęło.
