button-centre = 📍 Zmień miejscowość
button-other-centre = 📍 Inna miejscowość
button-language = 🌐 Język
button-privacy = 🔒 Prywatność – więcej
button-outdated = Ten przycisk już nie działa, bo coś się zmieniło. Oto, co jest teraz.

greeting-where =
    <b>Dzień dobry! Tu Okienko.</b>
    Pomagam znaleźć usługi i zajęcia Centrum Usług Społecznych.

    Która to miejscowość?
greeting-menu =
    <b>Dzień dobry! Tu Okienko: { $city }.</b>
    Proszę napisać własnymi słowami, czego potrzeba. Na przykład: <i>coś dla seniora</i> albo <i>zajęcia dla dzieci</i>.

    Można też wybrać temat:
menu =
    <b>{ $city }</b>
    Proszę napisać, czego potrzeba, albo wybrać temat:
centre-where = Która to miejscowość?
centre-for-question = Chętnie odpowiem. Najpierw jedno pytanie: która to miejscowość?
centre-gone = Tego Centrum już tu nie ma. Proszę wybrać inne:
centre-switch = 📍 Chodzi o miejscowość { $city }?

topic-title = <b>{ $city }: { $topic }</b>
topic-home = 🏠 Dom i codzienność
topic-health = 🩺 Zdrowie
topic-family = 👪 Rodzina i dzieci
topic-seniors = 🧓 Seniorzy
topic-meetings = 🎲 Spotkania i zajęcia
topic-work = 💼 Praca i nauka
topic-office = 🏛 Sprawy i porady
topic-ngo = 🤝 Organizacje
topic-volunteering = 💛 Wolontariat

language-which = W jakim języku rozmawiamy?

notice =
    ℹ️ Odpowiada automat, nie człowiek. Automat może się mylić.
    Proszę nie pisać tu numeru PESEL ani nie wysyłać zdjęć dokumentów.
privacy-any-centre = Centrum Usług Społecznych w wybranej miejscowości
privacy =
    <b>Prywatność</b>
    <b>Kto odpowiada za dane:</b> { $centre }.
    <b>Po co:</b> żeby odpowiedzieć na pytanie i pomóc znaleźć usługę. Podstawa: zadanie publiczne (art. 6 ust. 1 lit. e RODO).
    <b>Co pamięta Okienko:</b> numer czatu, wybrany język i miejscowość oraz ostatnie pytanie i ostatnio oglądaną usługę. Bez nazwiska i bez numeru telefonu.
    <b>Jak długo:</b> ostatnie pytanie najwyżej jeden dzień, rozmowa na stronie Centrum najwyżej 30 dni. „Szybkie wyjście” wymazuje ją od razu. Pytania, na które nie było odpowiedzi, zostają 30 dni bez informacji, kto pytał, i bez numerów, nazwisk i adresów: Centrum widzi je dopiero, gdy powtórzą się trzy razy. Odpowiedź „będę” albo „nie będę” na zaproszenie zostaje najwyżej 30 dni po wydarzeniu, potem tylko liczba osób. Zgłoszenie karty przez organizację lub firmę (odpowiedzi z formularza i kto je wysłał) zostaje najwyżej 90 dni; odrzucone jest od razu usuwane, przyjęte staje się kartą.
    <b>Zapisy na termin:</b> dzień i godzina, dla kogo (bez nazwiska) i sprawa, jeśli ktoś ją poda. Sprawę widzi tylko osoba doradzająca i punkt zapisów. 30 dni po spotkaniu zostaje sama liczba.
    <b>Rozmowy z pracownikami:</b> treść i załączniki do 90 dni po zakończeniu; widzi je dyżur Centrum. Prośba o telefon: imię, numer i pora, do 7 dni po rozmowie.
    <b>Prawa:</b> /moje_dane pokazuje, co o kimś wiemy, /usun_dane to usuwa. Można też poprawić dane, sprzeciwić się i złożyć skargę do Prezesa UODO.
    Żeby pytać, nie trzeba się logować ani przedstawiać. Wiadomość tutaj to zgłoszenie, nie wniosek urzędowy.

privacy-inspector = <b>Inspektor ochrony danych:</b> { $contact }
privacy-inspector-unknown = Kontakt do inspektora ochrony danych podaje Centrum.

help =
    <b>Jak korzystać z Okienka</b>
    • Proszę napisać własnymi słowami, czego potrzeba. Literówki nie przeszkadzają.
    • Przyciski pod wiadomością prowadzą dalej.
    • /start – od początku
    • /zapisy – zapis na termin, /moje – moje zapisy
    • /jezyk – zmiana języka
    • /centrum – zmiana miejscowości
    • /prywatnosc – co dzieje się z danymi
    • /nowa_karta – organizacja albo firma zgłasza swoją kartę

    W niebezpieczeństwie: telefon <b>112</b>.

human-title = 💬 <b>{ $centre }</b>
human-nothing-confirmed = Centrum nie potwierdziło jeszcze numeru telefonu ani adresu. Nie podajemy niepewnych.
human-nobody-reads = Tego czatu nikt z Centrum teraz nie czyta. W niebezpieczeństwie: telefon <b>112</b>.

answer-unknown = Nie jestem pewien, lepiej zapytać człowieka. Można też napisać to inaczej albo wybrać temat:
answer-choices = Chodzi o …?
choice-none = Żadne z tych

content-voice = Nagrań jeszcze nie umiem odsłuchać. Proszę napisać to w kilku słowach.
content-picture = Zdjęć i filmów nie oglądam. Proszę napisać w kilku słowach, o co chodzi. Zdjęć dokumentów lepiej tu nie wysyłać.
content-document = Plików nie otwieram. Proszę napisać w kilku słowach, o co chodzi. Dokumentów lepiej tu nie wysyłać.
content-contact = Z tego numeru nie skorzystam i nikomu go nie przekażę. Proszę napisać, czego potrzeba.
content-location = Miejsca na mapie jeszcze nie rozumiem. Proszę napisać nazwę miejscowości i czego potrzeba.
content-smile = 🙂 Proszę napisać, czego potrzeba.
content-other = Tego nie umiem odczytać. Proszę napisać to w kilku słowach.

group-private = Odpowiem w prywatnej rozmowie. Tam nikt inny tego nie zobaczy.
group-danger = Jeśli komuś coś grozi teraz: telefon <b>112</b>. Resztę można napisać w prywatnej rozmowie. Tam nikt z grupy tego nie zobaczy.
group-button = 💬 Prywatna rozmowa

error-unexpected = Coś się u nas zepsuło i nie udało się odpowiedzieć. Proszę spróbować jeszcze raz za chwilę.

command-start = Od początku
command-pomoc = Jak korzystać
command-jezyk = Język / Мова / Language
command-centrum = Zmiana miejscowości
command-prywatnosc = Co dzieje się z danymi

smalltalk = 🙂 Miło słyszeć. Proszę napisać, czego potrzeba, albo wybrać temat:
