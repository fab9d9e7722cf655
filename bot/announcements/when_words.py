"""The words with which people say a time in Polish, Ukrainian and English, and what they stand for.

Every line gives a sign of the grammar (`bot.announcements.when_reading`) and the words that mean it, in
all their cases. Words are folded when read (no capitals, no diacritics), so they are written here as in
a dictionary. A sign may be several signs in a row. Russian weekdays are in because people write them.
"""

from typing import Final

SIGNS: Final = {
    # the day
    "now": "teraz zaraz natychmiast już зараз негайно now immediately",
    "today": "dziś dzisiaj dzisiejszy dzisiejszego сьогодні сегодня today",
    "today evening": "tonight",
    "tomorrow": "jutro jutra jutrzejszy jutrzejszego завтра завтрашнього tomorrow tommorow tommorrow tmrw",
    "dayafter": "pojutrze післязавтра послезавтра overmorrow",
    "yesterday": "wczoraj przedwczoraj вчора учора позавчора yesterday",
    "wd0": "poniedziałek poniedziałku poniedziałkowy pn pon понеділок понеділка понеділку пн понедельник monday mon",
    "wd1": "wtorek wtorku wt вівторок вівторка вівторку вт вторник tuesday tue tues",
    "wd2": "środa środę środy środzie śr śro середа середу середи середі ср среда среду wednesday wensday wednsday wed",
    "wd3": "czwartek czwartku czw четвер четверга четвергу чт четверг thursday thu thur thurs",
    "wd4": "piątek piątku pt pią п'ятниця п'ятницю п'ятниці пт пятница пятницу friday fri",
    "wd5": "sobota sobotę soboty sobocie sob sb субота суботу суботи суботі сб суббота субботу saturday sat",
    "wd6": "niedziela niedzielę niedzieli nd ndz niedz неділя неділю неділі нд воскресенье sunday sun",
    "every wd0": "poniedziałki poniedziałkami щопонеділка щопонеділок понеділки понеділкам понеділках mondays",
    "every wd1": "wtorki wtorkami щовівторка щовівторок вівторки вівторкам вівторках tuesdays",
    "every wd2": "środami щосереди щосереду середам середах wednesdays",
    "every wd3": "czwartki czwartkami щочетверга щочетвер четверги четвергам четвергах thursdays",
    "every wd4": "piątki piątkami щоп'ятниці щоп'ятницю п'ятницям п'ятницях fridays",
    "every wd5": "sobotami щосуботи щосуботу суботам суботах saturdays",
    "every wd6": "niedzielami щонеділі щонеділю неділям неділях sundays",
    "next": (
        "przyszły przyszła przyszłą przyszłe przyszłego przyszłej przyszłym następny następna następną następne "
        "następnego następnej następnym kolejny kolejną kolejnego kolejnym наступний наступна наступну наступне "
        "наступного наступної наступному next"
    ),
    "coming": (
        "najbliższy najbliższa najbliższą najbliższe najbliższego najbliższej nadchodzący nadchodząca nadchodzącą "
        "найближчий найближча найближчу найближчого найближчої coming upcoming"
    ),
    "this": "ta tę tą tego tej tym bieżący bieżącego bieżącym цей ця цю це цього цієї цьому this",
    "last": (
        "ostatni ostatnia ostatnią ostatnie ostatniego ostatniej ostatnim "
        "останній остання останню останнє останнього останньої last"
    ),
    "gone": "zeszły zeszłą zeszłego zeszłym miniony minioną минулий минулого минулої минулу",
    "mo1": "styczeń stycznia styczniu sty січень січня січні січ january jan",
    "mo2": "luty lutego lutym lut лютий лютого лютому лют february feb",
    "mo3": "marzec marca marcu mar березень березня березні бер march",
    "mo4": "kwiecień kwietnia kwietniu kwi квітень квітня квітні кві april apr",
    "mo5": "maj maja maju травень травня травні тра may",
    "mo6": "czerwiec czerwca czerwcu cze червень червня червні чер june jun",
    "mo7": "lipiec lipca lipcu lip липень липня липні лип july jul",
    "mo8": "sierpień sierpnia sierpniu sie серпень серпня серпні сер august aug",
    "mo9": "wrzesień września wrześniu wrz вересень вересня вересні вер september sep sept",
    "mo10": "październik października październiku paź жовтень жовтня жовтні жов october oct",
    "mo11": "listopad listopada listopadzie lis листопад листопада листопаді лис november nov",
    "mo12": "grudzień grudnia grudniu gru грудень грудня грудні гру december dec",
    # days with a name, for people who say the name
    "X24.12": "wigilia wigilię wigilii святвечір",
    "X25.12": "christmas",
    "X31.12": "sylwester sylwestra",
    "X6.12": "mikołajki",
    "X14.2": "walentynki",
    # the hour
    "morning": "rano rana ranem poranek porankiem ранку ранок зранку вранці ранком утра morning",
    "am": "am",
    "pm": "pm afternoon popołudniu popołudnie пообіді",
    "noon": "południe południu południem południa полудень полудня полудні опівдні обід обіду noon midday lunchtime",
    "forenoon": "przedpołudniem przedpołudnie",
    "evening": "wieczór wieczorem wieczora wieczorkiem вечір вечора ввечері увечері вечером evening",
    "night": "noc nocy nocą ніч ночі вночі уночі night",
    "midnight": "północ północy опівночі північ midnight",
    "at": "o ok około godz об о около at @",
    "half": "pół wpół połowa пів half",
    "half hour": "półgodziny półgodzinki півгодини",
    "onehalf": "półtora półtorej півтора півтори",
    "quarter": "kwadrans kwadransa чверть чверті quarter",
    # how often, how long
    "every": (
        "co każdy każda każdą każde każdego każdej każdym кожен кожний кожна кожну кожне кожного кожної кожному що "
        "every each"
    ),
    "once": "raz раз once jednorazowo",
    "times": "razy разів рази times",
    "minute": "minuta minutę minuty minut min хвилина хвилину хвилини хвилин хв minute minutes mins",
    "hour": (
        "godzina godzinę godziny godzin godzinie h година годину години годин годині год час часа hour hours hrs "
        "oclock clock"
    ),
    "day": "dzień dnia dni dniu dniach день дні днів днях дням day days",
    "дня": "дня",  # "о п'ятій дня" is the afternoon, "кожного дня" is the day
    "number": "числа число",
    "week": (
        "tydzień tygodnia tygodnie tygodni tygodniu тиждень тижня тижні тижнів тижню тижнях неделю недели week weeks"
    ),
    "month": "miesiąc miesiąca miesiące miesięcy miesiącu місяць місяця місяці місяців month months",
    "season": "kwartał kwartału kwartały kwartałów квартал кварталу квартали",
    "halfyear": "półrocze półrocza півріччя півроку",
    "year": "br rok roku lata lat rokiem р рік року роки років r year years",
    "every day": "codziennie codzień щодня щоденно daily everyday",
    "every week": "cotygodniowo tygodniowo щотижня щотижнево weekly",
    "every w2. week": "fortnightly biweekly",
    "every month": "comiesięcznie miesięcznie щомісяця щомісячно monthly",
    "every season": "kwartalnie cokwartalnie щокварталу щоквартально quarterly",
    "every halfyear": "półrocznie щопівроку",
    "every year": "corocznie rocznie щороку щорічно yearly annually",
    "working": "roboczy robocze roboczych roboczym будні буднях будням будній робочі робочий робочих weekdays weekday",
    "weekend": "weekend weekendy weekendu вихідні вихідних weekends",
    # what holds it together
    "in": "za за через in",
    "after": "po після по past after",
    "before": "przed перед before",
    "onto": "na на",
    "until": "do до till until til",
    "to": "to",
    "from": "od від from starting",
    "during": "przez протягом for during",
    "end": "koniec końca końcem кінець кінця end",
    "and": "i oraz та й і and",
    "": (  # said, and saying nothing about the time
        "w we u v в у z ze з із зі a an the of on by proszę poproszę prosze please будь ласка wyślij wyślijcie wysłać "
        "wysłanie надішли надішліть надіслати send it mniej więcej samo samego"
    ),
    # numbers: w17 is seventeen, w17. is the seventeenth
    "w1": "jeden jedna jedną jednego один одна одну one",
    "w2": "dwa dwie dwóch dwu два дві двох two",
    "w3": "trzy trzech три трьох three",
    "w4": "cztery czterech чотири чотирьох four",
    "w5": "pięć pięciu п'ять п'яти five",
    "w6": "sześć sześciu шість шести six",
    "w7": "siedem siedmiu сім семи seven",
    "w8": "osiem ośmiu вісім восьми eight",
    "w9": "dziewięć dziewięciu дев'ять nine",
    "w10": "dziesięć dziesięciu десять",  # the English ten: see `ten` in when_reading
    "ten": "ten",
    "w11": "jedenaście jedenastu одинадцять eleven",
    "w12": "dwanaście dwunastu дванадцять twelve",
    "w13": "trzynaście тринадцять thirteen",
    "w14": "czternaście чотирнадцять fourteen",
    "w15": "piętnaście п'ятнадцять fifteen",
    "w16": "szesnaście шістнадцять sixteen",
    "w17": "siedemnaście сімнадцять seventeen",
    "w18": "osiemnaście вісімнадцять eighteen",
    "w19": "dziewiętnaście дев'ятнадцять nineteen",
    "w20": "dwadzieścia двадцять twenty",
    "w30": "trzydzieści тридцять thirty",
    "w40": "czterdzieści сорок forty",
    "w50": "pięćdziesiąt п'ятдесят fifty",
    "w1.": "first",
    "w2.": "second other",
    "w3.": "third",
    "w4.": "fourth",
    "w5.": "fifth",
    "w6.": "sixth",
    "w7.": "seventh",
    "w8.": "eighth",
    "w9.": "ninth",
    "w10.": "tenth",
    "w11.": "eleventh",
    "w12.": "twelfth",
    "w15.": "fifteenth",
    "w20.": "twentieth",
    "w30.": "thirtieth",
}

POLISH_ORDINALS: Final = (
    "pierwsz drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast czternast piętnast "
    "szesnast siedemnast osiemnast dziewiętnast dwudziest"
)
"""Stems of the first to the twentieth, in order."""
POLISH_ENDINGS: Final = "y i a ia e ie ego iego ej iej ą ią ym im"

UKRAINIAN_ORDINALS: Final = (
    "перш друг трет четверт п'ят шост сьом восьм дев'ят десят одинадцят дванадцят тринадцят чотирнадцят п'ятнадцят "
    "шістнадцят сімнадцят вісімнадцят дев'ятнадцят двадцят"
)
UKRAINIAN_ENDINGS: Final = "ий ій а я е є ого ього ої ьої у ю ому"

PAIRS: Final = {
    # "w środy" is every Wednesday, though "środy" alone may be the one Wednesday
    "every wd2": "w środy|we środy|у середи|в середи",
    "every wd4": "у п'ятниці|в п'ятниці",
    "every wd5": "w soboty|у суботи|в суботи",
    "every wd6": "у неділі|в неділі",
    "": "zero zero",
    "X25.12": "boże narodzenie|christmas day",
    "X24.12": "christmas eve|святий вечір",
    "X1.1": "nowy rok|новий рік|new year",
    "X1.6": "dzień dziecka|dniu dziecka",
    "X8.3": "dzień kobiet|dniu kobiet",
    "X26.5": "dzień matki|dniu matki",
    "X21.1": "dzień babci|dniu babci",
    "X22.1": "dzień dziadka|dniu dziadka",
}
"""Words that mean something together, in all languages; told apart by a bar."""
