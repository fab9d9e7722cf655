# Short answers about the card that is being looked at, and typed wishes.
followup-title = <b>{ $name }</b>
followup-no-fee = Źródło nie podaje, ile to kosztuje.
followup-no-phone = Numeru telefonu nikt jeszcze nie potwierdził, więc go nie podajemy.
followup-no-documents = Źródło nie podaje, jakie dokumenty są potrzebne.
followup-no-eligibility = Źródło nie podaje, dla kogo to jest.
followup-no-how = Źródło nie podaje, jak się zgłosić.
followup-no-access = Źródło nic nie mówi o windzie ani o wejściu bez progu.
followup-no-hours = Źródło nie podaje godzin.
followup-no-place = Źródło nie podaje adresu.
followup-ask = Najlepiej zapytać w Centrum.

wish-bookings = Zapisy są tutaj:
wish-language = Rozmawiać dalej po polsku?
wish-language-already = Rozmawiamy już po polsku. Można wybrać inny język:
wish-forget =
    <b>Co Okienko pamięta:</b> numer czatu, język, miejscowość oraz – najwyżej jeden dzień – ostatnie pytanie i ostatnio oglądaną usługę. Do tego zapisy, powiadomienia i rozmowy z pracownikami, jeśli były.
    <b>Jak to usunąć:</b> przycisk „Od początku” od razu usuwa ostatnie pytanie i usługę. Wszystko naraz usuwa przycisk poniżej, po jeszcze jednym pytaniu. Teraz nic nie zostało usunięte.
wish-forget-web =
    <b>Co Okienko pamięta:</b> język, miejscowość, tę rozmowę oraz – najwyżej jeden dzień – ostatnie pytanie i ostatnio oglądaną usługę. Do tego zapisy, powiadomienia i rozmowy z pracownikami, jeśli były.
    <b>Jak to usunąć:</b> przycisk „Szybkie wyjście” u góry od razu wymazuje rozmowę i zamyka stronę. Zapisy i rozmowy z pracownikami usuwa przycisk poniżej, po jeszcze jednym pytaniu. Teraz nic nie zostało usunięte.
followup-nobody = Kontaktu, pod którym można o to zapytać, Centrum jeszcze nie potwierdziło.
wish-machine = 🤖 Tu odpowiada automat – program komputerowy, a nie człowiek. Może się pomylić.
    Żeby porozmawiać z człowiekiem, wystarczy dotknąć przycisku poniżej.
