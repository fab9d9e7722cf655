# Волонтерство: профіль без прізвища, опікуни, чергування, години; для координації тиждень і папери.
command-pomagam = Хочу допомагати
own-part-volunteering = 🤝 волонтерство та опіка над тим, хто допомагає: { $count }
volunteering-button-help = 🙋 Хочу допомагати
volunteering-ask-age = <b>Хочу допомагати</b>
    Скільки років тому, хто хоче допомагати? Ні прізвища, ні дати народження не треба.
volunteering-age-young = Менше 13 років
volunteering-age-13-15 = 13–15 років
volunteering-age-16-17 = 16–17 років
volunteering-age-adult = 18 років або більше
volunteering-young = <b>До 13 років угоду підписують батьки.</b>
    Просимо прийти до Центру разом із мамою, татом або опікуном. Тут нічого не записано.
volunteering-ask-likes = <b>Що до душі?</b>
    Можна позначити кілька речей або нічого: тоді буде видно все.
volunteering-interest-children = 👧 Діти й навчання
volunteering-interest-seniors = 👵 Літні люди
volunteering-interest-events = 🎪 Події
volunteering-interest-home = 🧰 Покупки й ремонт
volunteering-interest-nature = 🌳 Тварини й природа
volunteering-interest-office = 🖇 Офіс і плакати
volunteering-interest-other = 🤲 Різне
volunteering-ask-days = <b>Які дні підходять?</b>
    Якщо нічого не позначити: будь-який день.
volunteering-weekday =
    { $weekday ->
        [0] пн
        [1] вт
        [2] ср
        [3] чт
        [4] пт
        [5] сб
       *[other] нд
    }
volunteering-ask-skills = <b>Що може стати в пригоді?</b>
    Це побачить лише координація волонтерства.
volunteering-skill-driving = 🚗 Водійські права
volunteering-skill-languages = 🗣 Іноземні мови
volunteering-skill-first-aid = ⛑ Перша допомога
volunteering-skill-computers = 💻 Комп'ютер
volunteering-skill-arts = 🎨 Музика, малювання
volunteering-skill-sport = ⚽️ Спорт
volunteering-button-on = Далі ▶
volunteering-button-keep = ✅ Готово
volunteering-kept = ✅ Записано. Дякуємо!
volunteering-profile = <b>Волонтерство, № { $number }</b>
volunteering-nickname = Псевдонім: { $name }
volunteering-likes = Охоче: { $what }
volunteering-anything = усе
volunteering-days = Дні: { $days }
volunteering-any-day = будь-який
volunteering-can = Уміння: { $what }
volunteering-consent-seen = ✅ Згода батьків: координація її бачила
volunteering-consent-missing = ⏳ Згода батьків: її ще немає
volunteering-agreement-until = ✅ Угода до { DATETIME($date, dateStyle: "long") }
volunteering-agreement-missing = ⏳ Угода: ще не підписана
volunteering-checks-done = ✅ Реєстри перевірено (робота з дітьми)
volunteering-checks-missing = ▫️ Реєстри не перевірено: без цього немає чергувань із дітьми
volunteering-minor-how =
    Згоду батьків і угоду приносять до Центру на папері. Досить назвати номер <b>{ $number }</b>.
volunteering-button-fitting = 🗓 Чергування для мене
volunteering-button-hours = ⏱ Мої години
volunteering-button-guardian = 👪 Посилання для батьків
volunteering-button-change = ✏️ Змінити
volunteering-button-nickname = 🏷 Псевдонім
volunteering-button-leave = Більше не хочу допомагати
volunteering-button-leave-sure = Так, видалити все
volunteering-leave-sure = Видалити профіль, години й записи на чергування? Повернути це не можна. Довідки потім не буде з чого зробити.
volunteering-left =
    { $count ->
        [0] Профіль видалено. Дякуємо за допомогу!
        [one] Профіль видалено, звільнено { $count } чергування. Дякуємо за допомогу!
        [few] Профіль видалено, звільнено { $count } чергування. Дякуємо за допомогу!
        [many] Профіль видалено, звільнено { $count } чергувань. Дякуємо за допомогу!
       *[other] Профіль видалено, звільнено { $count } чергування. Дякуємо за допомогу!
    }
volunteering-ask-nickname = Який псевдонім показувати координації поруч із номером? Щонайбільше { $most } літер, без прізвища. Риска (-) прибирає псевдонім, /anuluj перериває.
volunteering-nickname-wrong = Псевдонім може мати щонайбільше { $most } літер і жодних цифр. Просимо написати інший.
volunteering-age-kept = Вік змінює координація волонтерства: досить прийти з документом. Решта лишається, як була.
volunteering-no-profile = Спершу потрібен профіль: /pomagam. Це кілька дотиків.
volunteering-outdated = Такого вже немає. Просимо відкрити ще раз: /pomagam
volunteering-link = Досить надіслати це посилання:
volunteering-link-page = Досить надіслати цей рядок. Його вставляють у розмову на сторінці Центру:
volunteering-guardian-link = <b>Посилання для мами, тата або опікуна</b>
    Після відкриття надходитимуть місце, години, хто з дорослих на місці та телефон кожного чергування. Посилання діє один раз, 14 днів, і не замінює згоди на папері.
volunteering-guardian-own = Це посилання для батьків або опікуна. Його треба надіслати, а не відкривати: воно й далі діє.
volunteering-guardian-used = Це посилання вже не діє. Нове є в /pomagam у того, хто допомагає.
volunteering-guardian-adult = Посилання для батьків є лише для тих, кому немає 18 років.
volunteering-guardian-many = Більше опікунів додати не можна.
volunteering-guardian-linked = ✅ Відтепер сюди надходитиме повідомлення про кожне чергування і кожну зміну. Згоду просимо передати до Центру на папері.
volunteering-guardian-not-yours = Ці чергування тут побачити не можна.
volunteering-guardian-stopped = Повідомлення про чергування більше не надходитимуть.
volunteering-guardian-told = 👪 <b>Чергування: { $who }</b>
volunteering-guardian-off = 👪 <b>Чергування не буде: { $who }</b>
volunteering-child = 👪 <b>Чергування: { $who }</b>
volunteering-child-none = 👪 <b>{ $who }</b>
    Зараз немає жодних чергувань.
volunteering-button-child = 👪 Усі чергування
volunteering-button-stop = 🔕 Без повідомлень
volunteering-number = № { $number }
volunteering-what = 🤝 <b>{ $title }</b>
volunteering-when = 🗓 { $when }
volunteering-where = 📍 { $where }
volunteering-people = 👥 { $taken } з { $most }
volunteering-adult = 🧑‍💼 На місці: { $who }, тел. { $phone }
volunteering-needs = 📌 { $what }
volunteering-with-children = 👧 Робота з дітьми
volunteering-adults-only = 🔞 Лише для тих, кому є 18 років.
volunteering-fitting = <b>Чергування, які підходять</b>
volunteering-fitting-none = Зараз нічого не підходить. Нові чергування з'являться тут.
volunteering-button-anything = 🔎 Також інші дні й справи
volunteering-button-shift = 🤝 Це чергування
volunteering-button-take = ✅ Записатися
volunteering-button-rest = 🔁 Також наступні з цієї серії
volunteering-button-friend = 📨 Запросити когось
volunteering-button-drop = ❌ Відмовитися
volunteering-button-drop-sure = ❌ Так, відмовитися
volunteering-friend-link = <b>Запрошення на чергування</b>
    Кожен записується сам.
volunteering-yours = ✅ Це чергування записане в цій розмові.
volunteering-taken = ✅ <b>Записано. До зустрічі!</b>
volunteering-dropped = ❌ <b>Запис скасовано.</b> Дякуємо, що повідомили.
volunteering-drop-sure = Відмовитися від чергування <b>{ $when }</b>?
volunteering-drop-late = Відмовитися від чергування <b>{ $when }</b>? Воно вже скоро, тому координація дістане повідомлення.
volunteering-first-profile = Щоб записатися, досить спершу кількох дотиків про себе.
volunteering-instead = Натомість підходить:
volunteering-instead-none = Іншого часу поки немає.
volunteering-needs-consent = Спершу потрібна згода батьків на папері: її має побачити координація.
volunteering-needs-agreement = Потрібна підписана угода, чинна в день чергування. Її підписують у Центрі.
volunteering-needs-checks = Це робота з дітьми: спершу координація має перевірити реєстри. Досить звернутися до Центру.
volunteering-school-hours = Це шкільні години. Для тих, кому немає 18 років, є чергування після 15:00, у вихідні, свята й канікули.
volunteering-no-adult = Для цього чергування ще не вказано дорослого на місці й телефону, тому ті, кому немає 18 років, записатися на нього не можуть.
volunteering-rest =
    { $most ->
        [one] Між чергуваннями потрібен день відпочинку. Поспіль може бути щонайбільше { $most } чергування, а вже є: { $days }.
        [few] Між чергуваннями потрібен день відпочинку. Поспіль може бути щонайбільше { $most } чергування, а вже є: { $days }.
        [many] Між чергуваннями потрібен день відпочинку. Поспіль може бути щонайбільше { $most } чергувань, а вже є: { $days }.
       *[other] Між чергуваннями потрібен день відпочинку. Поспіль може бути щонайбільше { $most } чергування, а вже є: { $days }.
    }
volunteering-rest-taken =
    { $count ->
        [0] З наступних нічого не записано.
        [one] ✅ Записано ще { $count } чергування.
        [few] ✅ Записано ще { $count } чергування.
        [many] ✅ Записано ще { $count } чергувань.
       *[other] ✅ Записано ще { $count } чергування.
    }
volunteering-rest-refused = Без { $days }: { $reason }
volunteering-released = <b>Запис на чергування скасовано</b>
volunteering-changed = <b>Зміна чергування</b>
volunteering-thanks =
    { $hours ->
        [one] 💛 Дякуємо. Це вже { $hours } година.
        [few] 💛 Дякуємо. Це вже { $hours } години.
        [many] 💛 Дякуємо. Це вже { $hours } годин.
       *[other] 💛 Дякуємо. Це вже { $hours } години.
    }
volunteering-hours =
    { $hours ->
        [one] ⏱ <b>Підтверджено: { $hours } година</b>
        [few] ⏱ <b>Підтверджено: { $hours } години</b>
        [many] ⏱ <b>Підтверджено: { $hours } годин</b>
       *[other] ⏱ <b>Підтверджено: { $hours } години</b>
    }
volunteering-hours-line = { DATETIME($day, dateStyle: "long") }: { $title }, { $hours } год
volunteering-button-certificate = 📄 Потрібна довідка
volunteering-certificate-asked = 📄 Координація знає, що потрібна довідка.
volunteering-certificate-wanted = 📄 { $who } просить довідку. Підтверджених годин: { $hours }.
volunteering-certificate-waits = 📄 Чекає на довідку
volunteering-no-hours = Ще немає підтверджених годин, тому довідку видати не можна.
volunteering-refused = Це веде координація волонтерства в Центрі. Власні чергування – у /pomagam.
volunteering-changed-meanwhile = Хтось змінив це хвилиною раніше. Та зміна лишилася, ця – ні. Просимо перевірити, як є тепер.
volunteering-fewer-than-taken =
    { $taken ->
        [one] Уже записана { $taken } особа: менше місць бути не може.
        [few] Уже записані { $taken } особи: менше місць бути не може.
        [many] Уже записано { $taken } осіб: менше місць бути не може.
       *[other] Уже записано { $taken } особи: менше місць бути не може.
    }
volunteering-not-begun = Це чергування ще не почалося.
volunteering-agreement-past = Цей день уже минув. Просимо вибрати пізніший.
volunteering-short = ⚠️ Замало людей: { $taken }, потрібно щонайменше { $least }.
volunteering-list =
    { $count ->
        [0] Ще ніхто не хоче допомагати. Шлях для охочих – /pomagam.
        [one] <b>Волонтерство: { $count } особа</b>. Треба щось зробити (⏳): { $waiting }.
        [few] <b>Волонтерство: { $count } особи</b>. Треба щось зробити (⏳): { $waiting }.
        [many] <b>Волонтерство: { $count } осіб</b>. Треба щось зробити (⏳): { $waiting }.
       *[other] <b>Волонтерство: { $count } особи</b>. Треба щось зробити (⏳): { $waiting }.
    }
volunteering-person = <b>Волонтерство, { $who }</b>
volunteering-guardians =
    { $count ->
        [0] 👪 Ніхто з родини ще не відкрив посилання
        [one] 👪 Повідомлення дістає { $count } опікун
        [few] 👪 Повідомлення дістають { $count } опікуни
        [many] 👪 Повідомлення дістають { $count } опікунів
       *[other] 👪 Повідомлення дістають { $count } опікуна
    }
volunteering-needs-paper = ⏳ Допомога триває понад 30 днів: потрібна письмова угода.
volunteering-ahead = Попереду чергувань: { $count }
volunteering-no-chat = Розмову з цією людиною видалено.
volunteering-button-person = 🙋 Відкрити
volunteering-ask-until = <b>{ $who }</b>: до якого дня діє підписана угода?
volunteering-until = до { DATETIME($date, dateStyle: "long") }
volunteering-mark-consent = ✅ Згоду батьків видно
volunteering-mark-not-consent = ↩️ Скасувати згоду батьків
volunteering-mark-agreement = ✍️ Угоду підписано
volunteering-mark-not-agreement = ↩️ Скасувати угоду
volunteering-mark-checks = 🔎 Реєстри перевірено
volunteering-mark-not-checks = ↩️ Скасувати перевірку
volunteering-mark-grown-up = 🎂 Уже є 18 років
volunteering-mark-certificate = 📄 Довідку видано
volunteering-released-count =
    { $count ->
        [one] Скасовано { $count } запис, бо без цього не можна. Людина дістає повідомлення.
        [few] Скасовано { $count } записи, бо без цього не можна. Людина дістає повідомлення.
        [many] Скасовано { $count } записів, бо без цього не можна. Людина дістає повідомлення.
       *[other] Скасовано { $count } запису, бо без цього не можна. Людина дістає повідомлення.
    }
shift-week = <b>{ $city }: чергування волонтерів, { $days }</b>
shift-week-none = Цього тижня чергувань немає.
shift-day = { $day }
shift-line = { $hour } { $title }: { $taken } з { $most }
shift-line-short = ⚠️ { $hour } { $title }: { $taken } з { $most }, потрібно { $least }
shift-button = { $day }.{ $month }, { $hour } · { $title } ({ $taken })
shift-button-new = ➕ Нові чергування
shift-button-volunteers = 🙋 Люди
shift-off = ❌ Це чергування скасоване.
shift-no-adult = ▫️ Без дорослого на місці й телефону ті, кому немає 18 років, записатися не зможуть.
shift-people = <b>Записані</b>
shift-people-none = Ще ніхто не записався.
shift-person =
    { $state ->
        [came] ✅ { $who }, { $age }: { $hours } год
        [missed] ✖️ { $who }, { $age }: відсутність
        [confirmed] 👍 { $who }, { $age }
       *[booked] • { $who }, { $age }
    }
shift-button-adult = 🧑‍💼 Людина й телефон
shift-button-place = 📍 Місце
shift-button-people = 👥 Скільки людей
shift-button-children = 👧 Це робота з дітьми
shift-button-not-children = Це не робота з дітьми
shift-button-off = ❌ Скасувати
shift-button-off-sure = ❌ Так, скасувати
shift-button-this = Лише це одне
shift-button-later = Це й наступні з серії
shift-button-came = ✅ { $who }
shift-button-hours = ✅ { $who }: { $hours } год
shift-button-missed = ✖️ Ні
shift-ask-place =
    { $which ->
        [season] Яке місце в цьому й наступних чергуваннях серії? /anuluj перериває.
       *[single] Яке місце? /anuluj перериває.
    }
shift-ask-adult =
    { $which ->
        [season] Хто на місці в цьому й наступних чергуваннях серії? Наприклад: Anna Nowak 600 100 200. /anuluj перериває.
       *[single] Хто на місці? Наприклад: Anna Nowak 600 100 200. /anuluj перериває.
    }
shift-ask-people =
    { $which ->
        [season] Скільки людей у цьому й наступних чергуваннях серії? Наприклад: 2-4. /anuluj перериває.
       *[single] Скільки людей? Наприклад: 2-4. /anuluj перериває.
    }
shift-ask-off =
    { $which ->
        [season] Скасувати це й усі наступні чергування серії? Записані люди дістануть повідомлення.
       *[single] Скасувати це чергування? Записані люди дістануть повідомлення.
    }
shift-ask-hours = Скільки годин?
shift-hours = { $hours } год
shift-changed = ✅ Змінено.
shift-called-off = ❌ Скасовано чергувань: { $shifts }, записаних людей: { $people }. Повідомлення вже в дорозі.
shift-ask =
    <b>Нові чергування</b>
    Одне чергування або серія – один рядок: коли, що, де, скільки людей, хто на місці.

    <code>щовівторка 15:30–17 репетиторство, світлиця, 3 особи, до кінця червня, на місці Anna Nowak 600 100 200</code>
    <code>12 грудня 10–13 пакунки, склад, 4-8 осіб, дорослі</code>

    Можна також надіслати файл .xlsx або .csv з колонками: data, od, do, co robić, miejsce, osób. Інші колонки: najmniej, kto na miejscu, telefon, wymagania, z dziećmi, co tydzień do. /anuluj перериває.
shift-left = Перервано. Нічого не змінилося.
shift-preview = <b>Перегляд нових чергувань</b>
shift-preview-days = 🗓 { $days }, { $hours }
shift-preview-season =
    { $count ->
        [one] 🗓 { $days } … { $last }, { $hours }: { $count } чергування
        [few] 🗓 { $days } … { $last }, { $hours }: { $count } чергування
        [many] 🗓 { $days } … { $last }, { $hours }: { $count } чергувань
       *[other] 🗓 { $days } … { $last }, { $hours }: { $count } чергування
    }
shift-preview-people = 👥 від { $least } до { $most }
shift-turn-children = { $number }. з дітьми: так
shift-turn-no-children = { $number }. з дітьми: ні
shift-more = … і ще: { $count }
shift-published =
    { $count ->
        [one] ✅ Опубліковано: { $count } чергування.
        [few] ✅ Опубліковано: { $count } чергування.
        [many] ✅ Опубліковано: { $count } чергувань.
       *[other] ✅ Опубліковано: { $count } чергування.
    }
shift-published-already = Ці чергування вже опубліковані.
shift-not-ready = Цього вже не можна опублікувати: частина днів минула або щось треба виправити. Просимо написати ще раз.
shift-file-read = Файл прочитано. Ще нічого не змінилося.
shift-file-kind = Чергування можна надіслати як файл .xlsx або .csv.
shift-file-columns = У файлі бракує колонок: { $lacking }.
shift-wrong-nothing = тут немає жодного чергування.
shift-wrong-until = до якого дня? Просимо дописати, наприклад: до кінця червня („{ $said }”).
shift-wrong-far = так далеко наперед не можна: щонайбільше на рік („{ $said }”).
shift-wrong-days = немає жодного дня: це самі вихідні або минулі дні.
shift-wrong-what = що треба робити? Від 1 до { $most } знаків.
shift-wrong-where = де це? Після коми, від 1 до { $most } знаків.
shift-wrong-long = прізвище, телефон або вимоги задовгі.
shift-wrong-adult = Потрібні прізвище й телефон, наприклад: Anna Nowak 600 100 200.
shift-wrong-people = кількість людей неправильна: від 1 до { $most }, найменше не може бути більшим за найбільше.
shift-wrong-number = „{ $said }” – це не кількість людей на кшталт 3 або 2-4.
shift-wrong-span = години { $hours } неправильні: кінець має бути після початку, чергування триває щонайбільше 14 годин.
shift-wrong-past = { $day } уже минув або надто далеко.
shift-wrong-too-many = забагато чергувань за раз: щонайбільше { $most }.
