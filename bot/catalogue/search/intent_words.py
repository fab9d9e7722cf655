"""The words by which a wish or a follow-up is known: data, in four languages, read by `intents`.

A rule is (meaning, parts, also). Every part, separated by "|", must be hit by one of its words; every
other word of the text must be among the rule's words, ``also`` or `FILLERS`; a part that begins with "!"
must not be hit ("chcę pomóc" offers help and does not ask for it). So one word about
anything else ("człowiek do naprawy kranu") makes the text a question. Diacritics, case and the usual
misspellings do not count. The first rule that fits wins.
"""

from typing import Final

FILLERS: Final = """
a i to ta ten te tego tej tym tę jest są czy ja mi mnie się pan pani państwo panu proszę poproszę chcę chcemy
chciałbym chciałabym chce mogę możemy można może dziękuję dzięki dobry dzień witam hej halo no ok okej więc w we na
o do za po z ze od dla tam tu tutaj jak jaki jaka jakie jakich jaką który która które co ile jeszcze bardzo tylko mam
mamy mieć muszę
musi trzeba potrzebuję potrzebne potrzebny potrzebna potrzeba będzie będą wiedzieć powiedzieć podać podajcie powiedz
usługa usługę usługi pytanie pytam taka taki takie takiej ma mają jestem by żeby jednak niestety а і й та це ця цей
ці чи я мені мене будь ласка прошу хочу хочемо можна можу треба потрібно потрібні потрібен як який яка які яке яку
що скільки зараз ще тут там у в на до за по з із від для є буде скажіть підкажіть дякую добрий день вітаю послуга
послугу мати мій моя и это эта этот эти ли мне меня пожалуйста хотим можно могу надо нужно нужны нужен как какой
какая какие какое что сколько сейчас здесь там скажите подскажите спасибо услуга с к the a an is it this that are do
does i me my you your please can could would like to of for at in on there here how what which and so ok hi hello
thanks need have any want know tell be much
"""

NOT_TYPOS: Final = """
polski polska polskiego polskie angielski angielskiego ukraiński ukraińska koszyk koszula adopcja numerek napisać
telewizor telewizja godność godna rodziny płacz płakać placki człowieczy personal konserwator polsko zapisek
pomocnik pomocna ulice kontrakt kontrola adresat papieros papierosy dokumentalny otwierany terminal opieka opiekun
cewnik opłatek opłatki вінки винки заповнити заполнить praca pracę pracy change chance droga drogą drogi droge
plac place płac placek robota roboty
"""
"""Words so near to one of ours that they would pass for its misspelling."""

_DAYS = """
poniedziałek wtorek środę środa czwartek piątek sobotę sobota soboty niedzielę niedziela niedziele weekend weekendy
dziś dzisiaj jutro pojutrze rano wieczorem понеділок вівторок середу четвер п'ятницю суботу неділю вихідні сьогодні
завтра понедельник вторник пятницу субботу воскресенье выходные сегодня завтра monday tuesday wednesday thursday
friday saturday sunday weekend weekends today tomorrow next
"""
_VISIT = """
wizyta wizytę wizyty wizyt spotkanie spotkania termin terminu terminy rezerwacja rezerwację rezerwacji rezerwacje
zapis zapisu zapisy візит візиту візити зустріч запис записи бронювання визит визиты встреча встречу запись записи
бронь appointment appointments booking bookings reservation reservations visit visits
"""
_KIN = """
siebie mamę mama mamy mamie tatę taty męża żonę babcię dziadka syna córkę dziecko dzieci маму тата чоловіка дружину
бабусю дитину сина доньку мать папу ребенка mother mum father dad child son daughter myself
"""
_TALK = """
rozmawiać porozmawiać rozmowa rozmowę pogadać połączyć połącz połączcie żywy żywym żywego prawdziwy prawdziwym
prawdziwego daj dajcie kimś ktoś jakimś jakiś поговорити розмовляти живою жива з'єднайте кимось поговорить
разговаривать живой живым живого соедините кем-то talk speak speaking real live connect someone with
"""
_AGES: Final = " ".join(str(age) for age in range(1, 121))
_WHO = f"""
lat lata wieku jako na emeryt emerytka emeryci emeryta emerytów emeryturze emerytce rencista rencistka renciści
rencie kombatant kombatantka kombatanci kombatanta weteran wdowa wdowiec senior seniorka seniorzy seniora inwalida
inwalidzi inwalidztwa sybirak represjonowany represjonowana niepełnosprawny niepełnosprawna niepełnosprawni bezrobotny
bezrobotna osoba osoby osobą starsza starszy starsi samotna samotny mieszkaniec mieszkańcy rodzina wielodzietna
пенсіонер пенсіонерка пенсіонери пенсії ветеран інвалід людина люди років рік роки пенсионер пенсионерка пенсионеры
пенсии инвалид лет год pensioner pensioners veteran veterans senior seniors retired person people years old i'm am as
{_AGES}
"""
_BOT = "bot boty botem bota automat automatem automatu robot robotem robota maszyna maszyną maszyny "\
    "бот ботом бота робот роботом автомат автоматом машина машиною machine ai ші ии "\
    "chatgpt chatbot czatbot czatbotem чатбот"  # fmt: skip
_SWITCH = """
mów mówcie pisz piszcie rozmawiać rozmawiaj rozmawiajmy język języku zmień przełącz przejdź говоріть говори пишіть
мова мовою мову перейти перейдіть говорите пишите язык языке speak talk write language switch change
"""

INTENTS: Final[tuple[tuple[str, str, str], ...]] = (
    ("human", f"nie не not don't dont | chcę chce chcemy będę z хочу буду з с want with | {_BOT}",
       
        f"{_TALK} pisać говорити говорить спілкуватися переписуватися писати"),
    ("machine", f"jesteś jesteście rozmawiam piszę to czy ти ви ты вы це чи это говорю спілкуюся are is am | {_BOT}",
        "ze z або czy człowiek człowiekiem osoba żywy żywa żywym prawdziwy prawdziwym розмовляю разговариваю "
        "людина людиною человек человеком чи или or human person real talking chatting speaking speak just"),
    ("machine", "bot бот chatbot czatbot ai chatgpt ші", ""),
    ("machine", "sztuczna sztuczną штучний искусственный artificial | inteligencja inteligencją інтелект интеллект "
        "intelligence", "jesteś jesteście rozmawiam ze ти ви ты вы are"),
    ("machine", "jesteś jesteście ти ви ты вы | człowiekiem людина человек", "żywym prawdziwym жива живой czy"),
    ("machine", "are | human person", "real"),
    ("machine", "rozmawiam piszę розмовляю разговариваю talking speaking chatting | człowiekiem людиною человеком "
        "human person", "ze z czy żywym prawdziwym з с real"),
    ("language-other", "nie не not don't dont | rozumiem rozumie znam mówię mówimy розумію розуміємо говорю "
        "розмовляю знаю понимаю понимаем understand speak | polsku польською польськи польски "
        "polish польської польской", "по dobrze добре хорошо słabo jeszcze well mowy мови"),
    ("my-visits", f"moje moja mój moich swoje мої мои my | {_VISIT} umówione", "pokaż sprawdzić kiedy gdzie show "
        "когда де"),
    ("my-visits", f"kiedy której коли когда when | mam мене меня my | {_VISIT}", "godzinie"),
    ("my-visits", "kiedy której коли когда | zapisany zapisana umówiony umówiona записана записаний "
        "записан", "godzinę я"),
    ("cancel", f"odwołać odwołam odwołania anulować | {_VISIT} zajęcia", f"moją swoją mojego {_DAYS}"),
    ("cancel", "odwołuję anuluję rezygnuję zrezygnować скасувати скасовую скасуйте відмінити отменить отменяю "
        "отмените cancel",
        f"swoją moją zajęcia zajęć udziału мою моє мой {_VISIT} {_DAYS}"),
    ("cancel", "nie не not can't cannot | mogę możemy dam можу зможу можемо могу смогу can't cannot can | "
        "przyjść przyjechać прийти приїхати приехать come attend", f"rady zajęcia {_VISIT} {_DAYS}"),
    ("cancel", "nie не | przyjdę przyjdziemy przyjadę прийду прийдемо приду придем", f"zajęcia {_VISIT} {_DAYS}"),
    ("human", "człowieka człowiekiem człowiek człowiekowi konsultant konsultantem konsultanta konsultantką "
        "urzędnik urzędnikiem "
        "operator operatorem pracownikiem людина людиною людину оператор оператором працівником консультантом "
        "человек человеком человека сотрудником human person agent operator", _TALK),
    ("human", "nie не not | bot botem bota automatem automat robotem maszyną ботом роботом автоматом robot machine | "
        "człowiekiem człowieka человеком людиною human person", _TALK),
    ("language-pl", "polsku польською polish", _SWITCH),
    ("language-pl", "по | польськи польски", _SWITCH),
    ("language-uk", "ukraińsku українською українська українську украинском ukrainian", _SWITCH),
    ("language-uk", "по | українськи украински", _SWITCH),
    ("language-en", "angielsku англійською английском english", _SWITCH),
    ("language-en", "по | англійськи английски", _SWITCH),
    ("language-other", "rosyjsku російською русском russian", _SWITCH),
    ("language-other", "по | русски", _SWITCH),
    ("language-other", "zmień zmienić zmiana inny wybrać змінити інша іншу сменить поменять другой change switch "
        "other | "
        "język języka języki мова мову язык language", ""),
    ("forget", "zapomnij zapomnijcie usuń usuńcie usunąć skasuj skasujcie skasować wykasuj wykasujcie wymaż wymażcie "
        "забудь забудьте видаліть видали видалити зітріть удалите удали удалить сотрите forget delete erase remove | "
        "mnie dane danych konto historię rozmowę wiadomości мене дані акаунт історію меня данные аккаунт историю "
        "me data account history", "moje moich wszystkie wszystko swoje про мої мій обо мои все усі all about"),
    ("privacy", "rodo gdpr prywatność приватність приватность privacy", ""),
    ("privacy", "wiecie wiesz знаєте знаете know | mnie мене меня me", "ви вы про обо about"),
    ("start-over", "menu меню początku початку спочатку сначала restart", "zacznij zacznijmy zacząć raz główne "
        "pokaż почати начать"),
    ("start-over", "od | nowa", "zacznij zacznijmy zacząć"),
    ("start-over", "start", "over again"),
    ("change-centre", "zmień zmienić zmiana inne inna innego innym innej wybrać złe інше іншому змінити другой "
        "другом сменить "
        "поменять change another other different wrong | miasto miasta mieście miejscowość miejscowości gmina "
        "gminy gminę "
        "місто місті город городе town city", "mieszkam живу live"),
    ("help", "pomoc pomocy допомога помощь help | !chcę chce chcemy chciałbym chciałabym mogę можу хочу хочемо "
        "хотим want can could", ""),
    ("help", "jak як как how | działa działasz працює работает work works", "bot okienko"),
    ("help", "umiesz potrafisz вмієш умеешь", ""),
    ("help", "what | can | you | do", ""),
)  # fmt: skip

FOLLOW_UPS: Final[tuple[tuple[str, str, str], ...]] = (
    ("fee", "zapłacę zapłaci zapłacą zapłacimy zapłacić płacę płaci płacą płacimy płacić kosztuje opłata opłaty opłatę "
        "opłat odpłatność платити платить платять заплачу плачу заплатить коштує стоит pay pays paid cost costs fee "
        "fees charge",
        f"kto ktoś nie dużo czegoś хто кто не who {_WHO}"),
    ("fee", "zwolniony zwolniona zwolnieni zwolnione zwolnienie zwolnienia zwolnień звільнений звільнена звільнені "
        "звільнення освобожден освобождены освобождение exempt exempted exemption exemptions | opłat opłaty opłata "
        "płacenia odpłatności kosztów kto komu оплати плати оплаты платы хто кто fee fees paying payment charges who",
        f"od від from {_WHO}"),
    ("fee", "ile скільки сколько much | pieniędzy гроші грошей деньги денег money", "dużo"),
    ("fee", "kosztuje kosztują kosztować koszt koszty cena cenę ceny cennik zapłacę zapłaci zapłacimy zapłacić "
        "płacę płaci "
        "płacić płacą płatne płatna płatny płatność odpłatne odpłatna odpłatność bezpłatne bezpłatna bezpłatny "
        "bezpłatnie "
        "darmowe darmowa darmowy darmo drogie drogo tanie opłata opłaty opłatę dopłata zł złotych gratis "
        "коштує коштують коштуватиме ціна ціни вартість платити платно платне платна плачу платить заплачу "
        "безкоштовно "
        "безкоштовна безкоштовне оплата дорого стоит стоимость цена платная бесплатно бесплатная "
        "cost costs price prices pay paid fee fees free charge expensive",
        "kto nie coś ktoś dużo raz хто кто не people who"),
    ("fee", "much", ""),
    ("phone", "telefon telefonu telefony telefonem telefonicznie numer numeru nr zadzwonić zadzwonię dzwonić "
        "kontakt kontaktowy "
        "skontaktować телефон телефону номер подзвонити зателефонувати дзвонити контакт позвонить звонить "
        "phone telephone number call ring contact", "gdzie pod kogo kim komu wami nimi куди кому де куда где whom "
        "who where"),
    ("documents", "dokument dokumenty dokumentów papiery papierów zaświadczenie zaświadczenia skierowanie "
        "skierowania formularz "
        "formalności orzeczenie przynieść zabrać документ документи документів довідка довідки довідку "
        "направлення папери "
        "принести документы документов справка справки справку направление бумаги document documents papers "
        "paperwork "
        "certificate referral bring", "lekarza sobą złożyć wziąć bez взяти собою взять собой лікаря врача with "
        "doctor's"),
    ("for-whom", "kto kogo komu хто кого кому кто who | moze skorzystać korzystać zapisać zgłosić przyjść "
        "przysługuje "
        "може скористатися записатися может воспользоваться use apply join come", ""),
    ("for-whom", "kogo komu przysługuje przysługują wiek wiekowe ilu kryteria warunki кого кому належиться вік "
        "положено возраст "
        "whom eligible eligibility entitled qualify age", "lat кто who"),
    ("for-whom", "czy чи ли can could | mogę można можу можна могу можно i | skorzystać korzystać скористатися "
        "воспользоваться use", ""),
    ("how", "zapisać zapisy zapisu zapisów zgłosić zgłoszenie zgłaszać załatwić umówić zamówić skorzystać "
        "rejestracja zarejestrować "
        "wniosek zapisze записатися записатись записати звернутися замовити заявка заяву скористатися "
        "зареєструватися "
        "записаться записать обратиться заказать заявку заявление воспользоваться "
        "apply application sign signup enrol enroll register registration booking join order",
        f"gdzie kogo komu kiedy up де где куди куда where {_VISIT} {_KIN}"),
    ("access", "winda windę windy podjazd schody schodów schodami próg progu progów ліфт пандус сходи лифт лестница "
        "elevator ramp stairs", "bez barier są jest без без without"),
    ("hours", "godziny godzinach godzinie godzin czynne czynny czynna otwarte otwarty otwarta otwarcia zamykają "
        "zamykacie "
        "zamknięte otwieracie otwierają której pracujecie pracują przyjmujecie przyjmują dni dniach "
        "години годинах відкрито відчинено зачинено працює працюєте котрої котрій графік часы открыто закрыто "
        "работает "
        "работаете скольки график hours open opening opens close closes closed closing",
        f"kiedy коли когда when until till codziennie pracy роботи работы {_DAYS}"),
    ("where", "gdzie adres adresu mapa mapie mapę ulica ulicy dojechać dojść dotrzeć trafić mieści znajduje "
        "siedziba lokalizacja "
        "де адреса адресу карта карті карту вулиця доїхати дійти дістатися знаходиться где адрес карте улица "
        "доехать дойти "
        "добраться находится where address map street located location directions",
        "pokaż pokażcie показати покажіть покажите show jaka jakim"),
    ("where", "get | there", ""),
    ("fee", "ile", ""),
    ("hours", "kiedy коли когда when", f"{_DAYS}"),
    ("for-whom", "kto хто кто who", ""),
)  # fmt: skip
