"""Words that say nothing about what somebody needs, and words of greeting and thanks.

Written as people spell them; compared by their keys, so missing diacritics make no difference.
"""

from typing import Final

from bot.catalogue.search.folding import keys, keys_of

_FUNCTION = {
    "pl": """
        a aby ach aha aj albo ale ależ ani aż bardzo bez bo bowiem był była było byli były byłam byłem byłby byłaby
        byłoby być będą będę będzie będziemy by byśmy chyba ci cię co coś czy czyli czego czemu czegoś dla do
        dlaczego dlatego dobra dobrze dość dziś dzisiaj gdy gdyż gdzie gdzieś go i ich ile im iż ja ją jak jaka jaką
        jaki jakie jakieś jakaś jakiś jakichś jakich jakiego jakimś jako jakoś je jeden jedna jedno jednak jego jej
        jemu jest jestem jesteśmy jeszcze jeśli jeżeli już każdy każda każde kiedy kiedyś kilka kogo komu koło kto
        ktoś kogoś komuś która które którego której który których którym którą którzy ku lub ma mam mamy macie mają
        mieć miał miała miało mi mną mnie mogą mogę może możemy można możecie mógł mogła mógłby mogłaby moglibyśmy
        mój moja moje moją mojej mojego mojemu moim moich mu musi muszę musieć my na nad nam nami nas nasz nasza
        nasze naszej naszym naszego nawet nią nich nic nie nigdy nigdzie niech niego niej niemu nim no o ode obok od
        około on ona one oni ono oraz oto pan pani pana panu panią państwo państwa po pod podobno ponieważ potem
        potrzebna potrzebny potrzebne potrzebuję potrzeba poza prawie proszę prosić przed przede przez przy raz
        razem raczej są sam sama samo sami się siebie sobie sobą skąd stąd stoi swoje swoją swojego swoim swój
        swojej ta tą tak taka taki takie takich takiego taką także tam te tę tego tej temu ten teraz też to tobie
        toteż trzeba trochę tu tutaj twój twoja tych tylko tym u wam was wasz wasza wasze waszą waszej wcale we więc
        wiec wiem wiedzieć w wszystko wszystkie wszystkim wszyscy właśnie z za zaraz zawsze zbyt ze znowu znów że
        żadna żaden żadne żeby chcę chce chcemy chciał chciała chciałabym chciałbym chcielibyśmy chciałybyśmy szukam
        szukamy interesuje interesują powiedz powiedzieć podobnie jakby właściwie ogóle naprawdę niedawno ostatnio
        zwłaszcza tyle dwa dwie trzy lat rok roku mogłabym mógłbym mogłybyśmy bym byś daje dać da dam zrobić robić
        robi zrobią jesteście został została zostać dostać iść pójść chodzi siedzi pytanie pytam mówi mówią więcej
        mniej najlepiej lepiej całkiem całe cały cała dzień dni tydzień tygodniu miesiąc miesiącu godzinę godzina
        godziny wczoraj jutro czas czasu czym kim rzecz dobry witam hej cześć pochwalony ano niby podobny bądź
        ciągle wciąż dawno dopiero
    """,
    "uk": """
        а або але без би б був була було були бути в вам вас ваш ваша ви від він вона воно вони всі все втім де для
        до є ж же за з зі із й його її їх і як яка який яке які якщо коли комусь кому куди ли мене мені мій моя моє
        мої моїй мого ми мою на над нам нас наш не немає нема ні ніхто щоб що щось хто хтось та так також там те ти
        то той того тому тут у це цей ця ці чи чого чому через я мати маю має маємо можна можу може можемо треба
        потрібно потрібна потрібен хочу хоче хочемо хотіла хотів шукаю дуже лише тільки вже ще сам сама собі себе
        свій своя про при по під після перед років рік роки бувають буває добрий день вітаю привіт доброго дня
        скажіть будь ласка знаю чогось зараз
    """,
    "ru": """
        а без бы был была было были быть в вам вас ваш вы где да для до его ее её если есть еще ещё же за и из или
        им их к как какая какие какой когда кто кому куда ли мне меня мной мой моя мое моё мои мы на над нам нас наш
        не нет ни но о об он она оно они от по под после при про с сам сама себе себя свой со так также там те то
        того тоже только тот ты у уже хочу хочет хотим хотел хотела чего чем что чтобы эта это этот я могу может
        можно мочь надо нужно нужна нужен нужны ищу очень лет год делать сделать здравствуйте добрый день привет
        скажите пожалуйста знаю
    """,
    "en": """
        a about all also am an and any anyone anybody are as at be been but by can can't cannot could d did do does
        doesn't don't for from get got had has have he her here hers him his how i i'd i'll i'm if in into is it
        it's its just know let like ll m me more much my need needs no not of on one or our please s she should so
        some somebody someone something start t than that the their them then there they this to too up us very want
        wants was we we'd we're were what when where which who whom why will with would you your year years old
        hello hi how's there's looking really since
    """,
}
_TALK = """
    hej hejka cześć siema siemka witam witaj witajcie dzień dobry wieczór dobranoc halo hello hi hey elo yo czołem
    szczęść boże pochwalony jezus chrystus dziękuję dziękujemy dzięki dzieki dzięks thx thanks thank podziękowania
    wielkie super ok okej okay dobra dobrze fajnie świetnie rewelacja ekstra spoko jasne rozumiem bardzo miło
    wystarczy tyle już wszystko do widzenia pa papa nara żegnam pozdrawiam miłego wieczoru dnia spokojnej nocy good
    morning evening afternoon bye goodbye nice great cool test привіт вітаю добрий день доброго дня ранку вечора
    вечір ранок дякую дякуємо щиро спасибі до побачення бувай добре гаразд здравствуйте здравствуй привет спасибо
    большое добрый вечер утро пока свидания хорошо ладно слава ісусу україні героям jak się masz kim jesteś botem
    człowiekiem
"""

_SPELLED: Final = frozenset(word for listed in _FUNCTION.values() for word in listed.split())
_MARKED: Final = frozenset("ąćęłńóśźż")
FUNCTION: Final = frozenset(key for ways in keys_of(sorted(_SPELLED)) for key in ways)
TALK: Final = frozenset(key for ways in keys_of(_TALK.split()) for key in ways)
"""What a message holds when it only greets, thanks or says goodbye (beside function words)."""


def is_function(word: str, key: str | None = None) -> bool:
    """Whether a word (in lower case) says nothing. Typed with diacritics it means itself: "jąka" is not "jaka".

    ``key`` saves working out the word's first key anew.
    """
    return (key or keys(word)[0]) in FUNCTION and (word in _SPELLED or _MARKED.isdisjoint(word))
