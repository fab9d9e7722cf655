# Dane o osobie: pokazane, wydane, usunięte (RODO art. 15, 17 i 20).
own-title =
    <b>Co o tej osobie pamięta Okienko</b>
    Szczegóły są w pliku: da się go przeczytać i otworzyć w innym programie.
own-part-person = { $count ->
    [one] 👤 czat, język i miejscowość: { $count } wpis
    [few] 👤 czat, język i miejscowość: { $count } wpisy
   *[many] 👤 czat, język i miejscowość: { $count } wpisów
}
own-part-messages = ✉️ wysłane powiadomienia: { $count }
own-part-bookings = 📅 zapisy na terminy: { $count }
own-part-announcements = 🔔 obserwowane tematy, wydarzenia i ogłoszenia: { $count }
own-part-conversations = 💬 rozmowy z pracownikami: { $count }
own-button-file = 📄 Pobrać plik
own-button-erase = 🗑 Usunąć wszystko
own-button-erase-yes = 🗑 Tak, usunąć wszystko
own-button-show = Zobaczyć, co jest zapisane
own-file-comes = Plik zaraz przyjdzie. Zawiera też to, o czym były zapisy i rozmowy, więc lepiej nie otwierać go przy innych.
own-file-caption = Wszystko, co Okienko pamięta o tej osobie. Plik można zapisać albo przekazać dalej.
own-ask =
    <b>Usunąć wszystko?</b>
    Znikną: numer czatu, język, zapisy na terminy (te, które dopiero będą, zostaną odwołane), rozmowy z pracownikami, powiadomienia i role.
    Zostaną liczby bez osoby: ile było zapisów i rozmów, o czym i jak długo. Jeśli ktoś tu pracował, w dzienniku zostaje, co zrobił, pod zmienionym znakiem: tego wymaga rozliczalność (art. 5 ust. 2 RODO). Godziny wolontariatu z umową zostają w papierach Centrum.
    Okienko nie może usunąć wiadomości z tego telefonu ani z serwerów komunikatora, ani kopii zapasowych sprzed dziś; te znikają w terminie, który ma Centrum.
    Tego nie da się cofnąć.
own-erased = Gotowe. Okienko nic już nie pamięta. Wiadomości w tym czacie można usunąć w ustawieniach komunikatora. Kto napisze znowu, zaczyna od nowa.
own-erased-web = Gotowe. Okienko nic już nie pamięta. Sam czat na tej stronie wymazuje przycisk „Szybkie wyjście”. Kto napisze znowu, zaczyna od nowa.
