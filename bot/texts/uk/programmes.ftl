# Zajęcia i grupy: kto chce dołączyć, kto prowadzi, jak powstają. Wiadomości nigdy nie mówią, jakie to zajęcia.
command-zajecia = Заняття і групи
own-part-programmes = 👥 заняття і групи: { $count }
programme-quiet = Зустрічі в групі
programme-number = № { $number }
programme-list = <b>{ $city }: заняття і групи</b>
programme-list-none = Зараз тут немає занять, на які можна записатися. Нові з’являться тут.
programme-title = 👥 <b>{ $title }</b>
programme-when = 🗓 { $days }, { $hours }
programme-when-once = 🗓 { $day }, { $hours }
programme-span =
    { $count ->
        [one] 🔢 { $count } зустріч, з { $first } до { $last }
        [few] 🔢 { $count } зустрічі, з { $first } до { $last }
        [many] 🔢 { $count } зустрічей, з { $first } до { $last }
       *[other] 🔢 { $count } зустрічі, з { $first } до { $last }
    }
programme-people =
    { $most ->
        [one] 👤 щонайбільше { $most } особа
        [few] 👤 щонайбільше { $most } особи
        [many] 👤 щонайбільше { $most } осіб
       *[other] 👤 щонайбільше { $most } особи
    }
programme-people-range = 👤 щонайменше { $least }, щонайбільше { $most }
programme-first = 🗓 Перша зустріч: { $when }
programme-how-open = Один дотик записує на всі зустрічі. Від однієї зустрічі потім можна відмовитися.
programme-how-full = Усі місця зараз зайняті. Можна стати в чергу: коли місце звільниться, сюди прийде запитання.
programme-how-begun = Зустрічі вже тривають. Рішення приймає особа, яка їх веде.
programme-how-talk = Спочатку коротка розмова з особою, яка веде зустрічі. Розмова ні до чого не зобов’язує і ще не дає місця.
programme-how-invitation = На ці зустрічі запрошує особа, яка їх веде. Із запитаннями можна написати до Центру.
programme-state-draft = ✏️ Чернетка, її ще ніхто не бачить
programme-state-gathering = 🟡 Триває запис
programme-state-running = 🟢 Зустрічі тривають
programme-state-ended = Ці зустрічі вже закінчилися.
programme-state-off = Ці зустрічі скасовано.
programme-button-join = ✅ Записати на всі зустрічі
programme-button-wait = 🕐 Стати в чергу
programme-button-ask = 🙋 Запитати про місце
programme-button-talk = 🗣 Запропонувати розмову
programme-button-card = 📄 Опис
programme-button-group =
    { $day ->
        [0] 👥 Найближча група
       *[other] 👥 Найближча група, з { $day }.{ $month }
    }
programme-button-take = ✅ Так, на всі зустрічі
programme-button-not = ❌ Ні, дякую
programme-button-withdraw = ❌ Відкликати заявку
programme-button-beside = Записати попри це
programme-button-leave = ❌ Відмовитися від усього
programme-button-leave-sure = ❌ Так, відмовитися
programme-button-suits = ✅ Підходить
programme-button-other-hour = 🔁 Прошу інший час
programme-button-look = 👀 Подивитися
programme-button-decide = 👀 Вирішити
programme-button-skip = { $weekday } { $day }.{ $month } · мене не буде
programme-button-back = { $weekday } { $day }.{ $month } · таки буду
programme-button-skip-sure = ❌ Так, лише від цієї однієї
programme-joined =
    { $count ->
        [one] ✅ <b>Записано: { $count } зустріч.</b> Перед нею прийде нагадування.
        [few] ✅ <b>Записано: усі { $count } зустрічі.</b> Перед кожною прийде нагадування.
        [many] ✅ <b>Записано: усі { $count } зустрічей.</b> Перед кожною прийде нагадування.
       *[other] ✅ <b>Записано: усі { $count } зустрічі.</b> Перед кожною прийде нагадування.
    }
programme-noted = ✅ <b>Передано.</b> Відповідь прийде сюди.
programme-noted-line = ✅ <b>Місце в черзі записано.</b>
programme-invitation = 📨 <b>Це запрошення.</b>
programme-yours =
    { $count ->
        [0] ✅ Тут є місце для цього акаунта. Записаних зустрічей попереду: 0.
       *[other] ✅ Тут є місце для цього акаунта. Записаних зустрічей попереду: { $count }.
    }
programme-next = 🗓 Найближча зустріч: <b>{ $when }</b>
programme-button-whole = 🗓 Усі зустрічі
programme-kept = 📨 Місце чекає до: <b>{ $until }</b>. Один дотик записує на всі зустрічі.
programme-kept-for = 📨 Місце чекає до: { $until }
programme-in-line = 🕐 Місце в черзі: <b>{ $place }</b>. Це ще не запис. Коли дійде черга, запитання з’явиться тут.
programme-waits = 🕐 Особа, яка веде зустрічі, відповість тут. Це ще не запис.
programme-talked = 🗣 Розмову домовлено або вона вже була. Відповідь прийде сюди.
programme-talk-set = 🗣 Розмова: { $when }
programme-talk-offered = 🗣 Пропозиція розмови: <b>{ $when }</b>. Чи підходить цей час?
programme-talk-yes = ✅ Розмову домовлено. Вона є також у /moi.
programme-talk-no = Особа, яка веде зустрічі, запропонує інший час.
programme-overlap =
    { $count ->
        [one] <b>Під час однієї зустрічі вже є щось інше.</b> Нічого ще не записано:
        [few] <b>Під час { $count } зустрічей уже є щось інше.</b> Нічого ще не записано:
       *[many] <b>Під час { $count } зустрічей уже є щось інше.</b> Нічого ще не записано:
    }
programme-overlap-line =
    { $kind ->
        [titled] • { $when }: { $title }
        [consultation] • { $when }: розмова
        [room] • { $when }: зала
        [event] • { $when }: подія
        [shift] • { $when }: чергування
       *[other] • { $when }: інша зустріч
    }
programme-leave-sure =
    { $count ->
        [0] Відмовитися від усього? Місце отримає хтось інший.
        [one] Відмовитися від усього? { $count } зустріч буде віддано, а місце отримає хтось інший.
        [few] Відмовитися від усього? { $count } зустрічі буде віддано, а місце отримає хтось інший.
       *[many] Відмовитися від усього? { $count } зустрічей буде віддано, а місце отримає хтось інший.
    }
programme-leave-line-sure = Відкликати заявку?
programme-left =
    { $count ->
        [0] Готово. Дякуємо за повідомлення.
        [one] Готово, віддано { $count } зустріч. Дякуємо за повідомлення.
        [few] Готово, віддано { $count } зустрічі. Дякуємо за повідомлення.
       *[many] Готово, віддано { $count } зустрічей. Дякуємо за повідомлення.
    }
programme-skip-sure = Відсутність: <b>{ $when }</b>. Решта зустрічей без змін. Повідомити?
programme-skipped = Про відсутність повідомлено. Решта зустрічей без змін.
programme-came-back = ✅ Знову записано.
programme-gone = Цих занять тут немає або вони вже закінчилися. Що є зараз, показує /zajecia.
programme-over = Ці зустрічі вже закінчилися або їх скасовано.
programme-not-invited = Це місце вже не чекає. Нижче видно, як є зараз.
programme-invitation-only = На ці зустрічі запрошує особа, яка їх веде.
programme-no-talk = Цей час розмови вже неактуальний.
programme-link-used = Це посилання вже не діє: його можна використати один раз, протягом 14 днів. Нове дасть особа, яка веде зустрічі.
programme-invited = 📨 <b>Є місце на зустрічі в Центрі.</b> Чекає до: { $until }.
programme-task-interest = 🔔 Нова заявка на зустрічі, які тут ведуться.
programme-task-suits = 🔔 Час розмови підходить. Його записано.
programme-task-other-hour = 🔔 Час розмови не підходить, потрібен інший.
programme-task-seat = 🔔 На зустрічах є вільне місце, і хтось на нього чекає.
programme-decide-enough =
    { $count ->
        [one] 🔔 <b>Починаємо?</b> Є { $count } особа, щонайменше мало бути { $least }.
        [few] 🔔 <b>Починаємо?</b> Є { $count } особи, щонайменше мало бути { $least }.
       *[many] 🔔 <b>Починаємо?</b> Є { $count } осіб, щонайменше мало бути { $least }.
    }
programme-decide-short =
    { $count ->
        [one] 🔔 <b>Замало людей для початку:</b> є { $count }, потрібно { $least }. Почати, перенести чи скасувати?
        [few] 🔔 <b>Замало людей для початку:</b> є { $count }, потрібно { $least }. Почати, перенести чи скасувати?
       *[many] 🔔 <b>Замало людей для початку:</b> є { $count }, потрібно { $least }. Почати, перенести чи скасувати?
    }
programme-news-starts = ✅ <b>Зустрічі в Центрі починаються.</b>
programme-news-moved = 🔁 <b>Зустрічі в Центрі почнуться пізніше.</b> Місце залишається, усі дні нові.
programme-news-off = <b>Зустрічі в Центрі не відбудуться.</b> Перепрошуємо. Що є зараз, показує /zajecia.
programme-news-declined = Цього разу немає місця на зустрічах, про які було запитання. У Центрі охоче допоможемо знайти щось інше: досить написати тут.
programme-news-lapsed = Час на відповідь минув, і місце вже не чекає. Якщо це й далі цікаво, можна подати заявку ще раз: /zajecia

programme-refused = Це лише для осіб, які ведуть ці зустрічі.
programme-led = <b>{ $city }: заняття і групи, які тут ведуться</b>
programme-led-none = <b>{ $city }</b>
    Ще немає жодних занять.
programme-button-new = ➕ Нові заняття
programme-way-open = 🚪 Запис одразу
programme-way-talk = 🚪 Спочатку розмова, потім відповідь
programme-way-invitation = 🚪 Лише на запрошення
programme-is-quiet = 🤫 Тихі: їх немає в жодному списку, повідомлення їх не називають
programme-numbers = Записано: { $taken } з { $most } (щонайменше { $least }). Запрошено: { $asked }. Чекає: { $waiting }.
programme-button-candidates = 👥 Люди ({ $count } чекає)
programme-button-meetings = 🗓 Зустрічі
programme-button-start = ✅ Починаємо
programme-button-later = ⏭ Перенести початок
programme-button-off = ❌ Скасувати все
programme-button-off-sure = ❌ Так, скасувати
programme-button-invite = 📨 Запрошення для однієї особи
programme-button-write = ✍️ Особа без месенджера
programme-button-keeper = 🔗 Веде ще хтось
programme-button-step-back = Більше не веду
programme-button-step-back-sure = Так, більше не веду
programme-button-weeks =
    { $count ->
        [one] на тиждень
        [few] на { $count } тижні
       *[many] на { $count } тижнів
    }
programme-later-how = На скільки перенести всі зустрічі? Записані люди збережуть місця і отримають одне повідомлення.
programme-off-sure = Скасувати всі зустрічі, які попереду? Кожна особа отримає одне повідомлення. Цього не можна повернути.
programme-started = ✅ Починаємо. Записані люди отримають повідомлення.
programme-moved = ✅ Перенесено. Записані люди отримають повідомлення з новим початком.
programme-called-off = Скасовано. Повідомлення отримає: { $told }. Треба подзвонити до: { $phone }.
programme-changed = Хтось змінив це трохи раніше. Нижче видно, як є зараз.
programme-candidates = <b>{ $title }</b>
    Спочатку люди, які чекають на відповідь.
programme-candidates-none = <b>{ $title }</b>
    Заявок ще немає.
programme-standing-interested = чекає
programme-standing-offered = розмову запропоновано
programme-standing-talked = після розмови або домовлено
programme-standing-invited = має запрошення
programme-standing-in = має місце
programme-standing-left = відмова
programme-standing-declined = відповідь: ні
programme-candidate = 👤 <b>{ $who }</b>
programme-candidate-state = Стан: { $state }
programme-since = Заявка: { $when }
programme-button-talked = 📞 Домовлено телефоном або вже після
programme-button-yes = ✅ Так, місце є
programme-button-no = ❌ Цього разу ні
programme-button-no-sure = ❌ Так
programme-button-remove = ❌ Виписати
programme-button-label = 🏷 Підписати
programme-talk-first = Тут спочатку розмова, потім відповідь.
programme-full =
    { $most ->
        [one] Єдине місце зайняте або чекає на відповідь. Коли звільниться, прийде повідомлення.
        [few] Усі { $most } місця зайняті або чекають на відповідь. Коли якесь звільниться, прийде повідомлення.
       *[many] Усі { $most } місць зайняті або чекають на відповідь. Коли якесь звільниться, прийде повідомлення.
    }
programme-no-sure = { $who }: відповісти, що цього разу ні?
programme-remove-sure = { $who }: виписати з усіх зустрічей, які попереду?
programme-said-yes-invited = ✅ Запрошення надіслано, місце чекає.
programme-said-yes-in = ✅ Записано на всі зустрічі.
programme-no-messenger = Цій особі не можна надіслати повідомлення. Прошу подзвонити і позначити, що розмову домовлено.
programme-talk-when = Розмова може бути щонайпізніше за 60 днів. Прошу вказати інший час.
programme-talk-sent = ✅ Пропозицію надіслано. Відповідь прийде сюди.
programme-ask-talk = <b>Коли розмова?</b>
    Прошу написати, наприклад: <i>у четвер о 17</i>. Особа відповість, чи підходить. /skasuvaty перериває.
programme-ask-label = Як підписати цю особу? Щонайбільше { $most } літер, без прізвища. Риска (-) прибирає підпис. Його бачать лише ті, хто веде. /skasuvaty перериває.
programme-ask-write = Ім’я або ініціали і, якщо є, номер телефону. Наприклад: <i>J. K. 600 100 200</i>. /skasuvaty перериває.
programme-label-wrong =
    { $most ->
        [one] Підпис може мати щонайбільше { $most } літеру і жодних цифр. Прошу вписати інший.
        [few] Підпис може мати щонайбільше { $most } літери і жодних цифр. Прошу вписати інший.
       *[many] Підпис може мати щонайбільше { $most } літер і жодних цифр. Прошу вписати інший.
    }
programme-form-left = Перервано. Нічого не змінилося.
programme-outdated = Цього вже так немає. Прошу відкрити ще раз: /programy
programme-opened = Це вже не чернетка: запис триває. Усе є в /programy.
programme-last-keeper = Хтось мусить вести ці зустрічі. Спочатку прошу надіслати посилання наступній особі.
programme-links-many = Забагато посилань одразу чекає на використання. Старі перестають діяти за 14 днів.
programme-link-seat = <b>Запрошення для однієї особи</b>
    Хто його відкриє, побачить зустрічі і одним дотиком запишеться на всі. Посилання діє один раз, протягом 14 днів.
programme-link-keep = <b>Посилання для особи, яка теж вестиме</b>
    Вона бачитиме заявки і присутність. Посилання діє один раз, протягом 14 днів.
programme-keeps-now = ✅ Ці зустрічі тепер ведуться також із цього акаунта. Усе є в /programy.
programme-step-back-sure = Заявок і присутності тут більше не буде видно. Точно?
programme-stepped-back = Готово.
programme-meetings = <b>{ $title }</b>
    Яка зустріч?
programme-meetings-none = <b>{ $title }</b>
    Немає жодних зустрічей.
programme-button-meeting =
    { $state ->
        [over] ✔️ { $weekday } { $day }.{ $month } · { $count }
        [now] ▶️ { $weekday } { $day }.{ $month } · { $count }
       *[ahead] { $weekday } { $day }.{ $month } · { $count }
    }
programme-present = Записаних на цю зустріч: { $count }
programme-present-none = Ще ніхто не записаний.
programme-present-line =
    { $state ->
        [came] ✅ { $who }
        [missed] ❌ { $who }: відсутність
        [skips] ▫️ { $who }: повідомлена відсутність
        [confirmed] 👍 { $who }
       *[booked] • { $who }
    }
programme-button-all = ✅ Решта була
programme-button-missed = відсутність
programme-not-begun = Присутність можна позначати за пів години до початку.
programme-button-meeting-off = ❌ Скасувати цю зустріч
programme-meeting-off = Цю зустріч скасовано.
programme-meeting-off-sure = Скасувати зустріч <b>{ $when }</b>? Записані люди отримають повідомлення. Решта зустрічей залишається.
programme-meeting-called-off = Скасовано. Повідомлення отримає: { $told }. Треба подзвонити до: { $phone }.

programme-ask = <b>Нові заняття</b>
    Прошу написати все в одному повідомленні, наприклад:
    <i>Школа для батьків, щочетверга 17–19 з 7 січня, 8 зустрічей, 8–15 осіб, sala 3</i>
    Свята і закриті дні випадуть самі. /skasuvaty перериває.
programme-preview = <b>Чи все правильно?</b> Цього ще ніхто не бачить.
programme-skipped-days = ⏭ Випадає: { $days }
programme-no-card = жодна
programme-button-open = ✅ Так, відкрити запис
programme-turn-way = 🚪 Інший спосіб запису
programme-turn-quiet = 🤫 Це тиха група
programme-turn-quiet-off = 🔔 Це не тиха група
programme-turn-card = 📄 Картка: { $name }
programme-button-again = ✏️ Написати заново
programme-button-drop = 🗑 Видалити чернетку
programme-dropped = Чернетку видалено.
programme-is-open = ✅ <b>Запис відкрито.</b>
programme-typed-hours = Не видно годин: «{ $said }». Прошу написати від до, наприклад 17–19.
programme-typed-days = Не видно днів: «{ $said }». Прошу написати, наприклад, «щочетверга з 7 січня» або «7.01, 14.01».
programme-typed-since = З якого дня? Прошу дописати, наприклад, «з 7 січня».
programme-typed-count = Скільки має бути зустрічей? Прошу дописати, наприклад, «8 зустрічей» або «до 30 червня».
programme-typed-people = Для скількох осіб? Прошу дописати, наприклад, «15 осіб» або «8–15 осіб».
programme-typed-title = Як це називається? Прошу почати з назви, наприклад «Школа для батьків, щочетверга 17–19…».
programme-typed-long = Це задовго: щонайбільше { $most } знаків. Прошу написати коротше.
programme-wrong-title = Назва може мати від 1 до { $most } знаків.
programme-wrong-place = Місце задовге: щонайбільше { $most } знаків.
programme-wrong-people = Осіб може бути від 1 до { $most }, а найменше число не більше за найбільше.
programme-wrong-meetings = Зустрічей може бути від 1 до { $most }.
programme-wrong-hours = Години не сходяться: { $hours }. Зустріч може тривати щонайбільше 10 годин і закінчується після початку.
programme-wrong-past = Цей день уже минув або він задалеко: { $day }. Прошу вказати інший.
