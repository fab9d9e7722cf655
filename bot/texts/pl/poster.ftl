# The sheet for the notice board.
poster-for-whom = Dla kogo
poster-cost = Ile kosztuje
poster-how = Jak się zgłosić
poster-phone = Telefon
poster-scan-telegram = Proszę skierować aparat telefonu na ten kod. Otworzy się czat, w którym można zapytać o szczegóły.
poster-scan-page = Proszę skierować aparat telefonu na ten kod. Otworzy się strona, na której można zapytać o szczegóły.
poster-source = Źródło: { $source }. Stan na { DATETIME($date, dateStyle: "long") }.
poster-too-long = Tych słów jest za dużo na jedną stronę A4. Trzeba je skrócić.
poster-when = Kiedy
poster-where = Gdzie
poster-letters = Na plakacie nie da się wydrukować tych liter: { $letters }.
poster-picture = Tego pliku nie da się wydrukować jako zdjęcia.
# The announcement where Okienko does not reach.
elsewhere-paste = Do skopiowania i wklejenia gdzie indziej:
elsewhere-link = Szczegóły: { $link }
elsewhere-cancelled = ODWOŁANE: { $title }
elsewhere-title = Ogłoszenie
