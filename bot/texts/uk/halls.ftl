# Зали й столи: бронювання, прохання, організації, план; години та згода для тих, хто доглядає зали.
own-part-halls = 🏛 зали, організація та приватний календар: { $count }
halls-button-reserve = 🏛 Забронювати
halls-which = <b>Зали і столи</b>
    Що забронювати?
halls-none = Тут зараз немає залів чи столів для бронювання. Центр допоможе телефоном.
halls-left = Добре, нічого не записано.
halls-title = <b>{ $name }</b>
halls-where = 📍 { $where }
halls-when = 🗓 { $when }
halls-hours = 🕘 { $hours }
halls-desks =
    { $count ->
        [one] 🪑 { $count } стіл
        [few] 🪑 { $count } столи
        [many] 🪑 { $count } столів
       *[other] 🪑 { $count } стола
    }
halls-who =
    { $who ->
        [organisations] 👥 Для організацій і груп, які знає Центр
       *[everybody] 👥 Для всіх
    }
halls-needs-yes = ✋ Потрібна згода Центру
halls-buffer =
    { $minutes ->
        [0] 🧹 Без перерви між бронюваннями
       *[other] 🧹 Перерва після кожного бронювання: { $minutes } хв
    }
halls-ask-first = Тут бронюють організації і групи, які знає Центр. Досить один раз написати, про яку йдеться.
halls-wait-for-answer = Центр ще не відповів щодо організації. Відповідь надійде сюди.
halls-button-speak = 🤝 Ми – організація
halls-ask-organisation = <b>Як називається організація чи група?</b>
    Це побачить лише Центр.
halls-organisation-sent = ✅ Надіслано: <b>{ $name }</b>
    Центр відповість тут.
halls-weekday =
    { $weekday ->
        [0] пн
        [1] вт
        [2] ср
        [3] чт
        [4] пт
        [5] сб
       *[other] нд
    }
halls-ask-day = <b>Який день?</b>
    Можна й написати, наприклад: <i>четвер { $hours }</i>.
halls-ask-day-move = <b>На коли змінити?</b>
    Теперішній час залишається, доки не буде нового. Можна й написати, наприклад: <i>четвер { $hours }</i>.
halls-ask-series = Щотижня: напишіть, наприклад, <i>щовівторка 17–19 репетиція хору до червня</i>.
halls-nothing-soon = Найближчими тижнями немає нічого вільного. Пізніший день можна написати, наприклад: <i>12 січня 17–19</i>.
halls-day = { $day }
halls-ask-from = <b>{ $day }</b>
    З котрої години?
halls-ask-to = <b>{ $when }</b>
    До котрої години?
halls-ask-block = <b>{ $day }</b>
    На яку частину дня?
halls-day-full = <b>{ $day }</b>
    Цього дня вже немає нічого вільного.
halls-button-block =
    { $left ->
        [one] { $hours } · { $left } вільний
        [few] { $hours } · { $left } вільні
        [many] { $hours } · { $left } вільних
       *[other] { $hours } · { $left } вільних
    }
halls-button-day = 🗓 Інша година
halls-ask-purpose = <b>Для чого?</b>
    { $name }, { $when }
    Напишіть кількома словами, наприклад: <i>збори гуртка</i>. Це побачить лише Центр.
halls-ask-purpose-series = <b>Для чого?</b>
    { $name }
    Напишіть кількома словами, наприклад: <i>репетиція хору</i>. Це побачить лише Центр.
halls-summary = <b>Чи все правильно?</b>
halls-summary-move = <b>Змінити на цей час?</b>
halls-summary-asks = Час тримається, доки Центр не відповість. Відповідь надійде сюди.
halls-purpose-said = ✍️ { $purpose }
halls-button-ask = ✅ Надіслати прохання
halls-button-take = ✅ Забронювати
halls-held = ✅ <b>Записано</b>
halls-changed = ✅ <b>Змінено</b>
halls-state =
    { $state ->
        [asked] <b>⏳ Чекає на згоду Центру</b>
        [yes] <b>✅ Заброньовано</b>
        [no] <b>❌ Центр не може дати цього часу</b>
        [late] <b>❌ Центр не відповів вчасно</b> Час знову вільний.
        [given-back] <b>❌ Повернуто</b>
       *[over] <b>Цей час уже минув</b>
    }
halls-asked-until = Відповідь до: { $until }
halls-whose = 👤 { $who }
halls-somebody = приватна особа
halls-why-said = 💬 { $why }
halls-button-change = 🔁 Змінити
halls-button-give-back = ❌ Повернути
halls-button-give-back-sure = ❌ Так, повернути
halls-give-back-sure = Повернути час <b>{ $when }</b>?
halls-button-series = 🔁 Уся серія
halls-button-yes = ✅ Згода
halls-button-no = ❌ Відмова
halls-button-off = ❌ Скасувати
halls-button-without-why = Без причини
halls-ask-why =
    { $what ->
        [off] <b>Чому скасовано?</b>
       *[no] <b>Чому відмова?</b>
    }
    Напишіть одне речення. Його прочитає той, хто просив.
halls-told = ✅ Відповідь у дорозі.
halls-already = Хтось уже відповів раніше або час повернули. Зараз так:
halls-asked = 🏛 <b>Нове прохання про зал</b>
halls-series-asked = 🏛 <b>Нове прохання про зал щотижня</b>
halls-wish-asked = 🏛 <b>Нове побажання до плану на наступний рік</b>
halls-late = 🏛 <b>На це прохання ніхто не відповів вчасно.</b> Час знову вільний.
halls-organisation-asked = 🤝 <b>Нова організація хоче бронювати зали</b>
halls-answered =
    { $state ->
        [yes] ✅ <b>Центр погоджується</b>
        [no] ❌ <b>Центр не може дати цього часу</b>
       *[late] ❌ <b>Центр не відповів вчасно, перепрошуємо.</b> Час знову вільний. Можна попросити ще раз або зателефонувати.
    }
halls-organisation-answered =
    { $state ->
        [yes] ✅ <b>{ $name }</b>: Центр уже знає цю організацію. Можна бронювати.
       *[no] <b>{ $name }</b>: Центр поки не може підтвердити цю організацію. Допоможе розмова в Центрі.
    }
halls-button-look = 👀 Переглянути
halls-button-halls = 🏛 Зали
halls-series-when = 🔁 { $days }, { $hours }
halls-series-span = 🗓 { $since } – { $until }
halls-series-state =
    { $state ->
        [draft] <b>Щотижня: це виглядає так</b>
        [wish] <b>⏳ Побажання до плану на { $year }</b>
        [asked] <b>⏳ Чекає на згоду Центру</b>
        [yes] <b>✅ Заброньовано щотижня</b>
        [no] <b>❌ Центр не може цього дати</b>
        [late] <b>❌ Центр не відповів вчасно</b>
       *[ended] <b>❌ Повернуто</b>
    }
halls-preview =
    { $count ->
        [0] Жоден день не вільний.
        [one] Вільний { $count } день.
        [few] Вільні { $count } дні.
        [many] Вільних { $count } днів.
       *[other] Вільно: { $count } дня.
    }
halls-preview-days = ✅ { $days }
halls-preview-skipped = ▫️ Пропущено: { $days }
halls-preview-taken =
    { $count ->
        [one] ⚠️ Уже зайнято: { $days }. Забронювати без цього дня?
        [few] ⚠️ Уже зайнято: { $days }. Забронювати без цих днів?
        [many] ⚠️ Уже зайнято: { $days }. Забронювати без цих днів?
       *[other] ⚠️ Уже зайнято: { $days }. Забронювати без цих днів?
    }
halls-skipped =
    { $why ->
        [closed] Центр зачинено
        [clock] зміна часу
       *[hours] поза годинами
    }
halls-button-ask-days =
    { $count ->
        [one] ✅ Попросити { $count } день
        [few] ✅ Попросити { $count } дні
        [many] ✅ Попросити { $count } днів
       *[other] ✅ Попросити { $count } днів
    }
halls-button-take-days =
    { $count ->
        [one] ✅ Забронювати { $count } день
        [few] ✅ Забронювати { $count } дні
        [many] ✅ Забронювати { $count } днів
       *[other] ✅ Забронювати { $count } днів
    }
halls-series-held =
    { $count ->
        [one] ✅ <b>Записано { $count } день</b>
        [few] ✅ <b>Записано днів: { $count }</b>
        [many] ✅ <b>Записано днів: { $count }</b>
       *[other] ✅ <b>Записано днів: { $count }</b>
    }
halls-button-series-end = ❌ Повернути все
halls-button-series-end-sure = ❌ Так, повернути все
halls-series-end-sure = Повернути всі дні, які ще попереду?
halls-series-freed =
    { $count ->
        [one] Повернуто { $count } день.
        [few] Повернуто днів: { $count }.
        [many] Повернуто днів: { $count }.
       *[other] Повернуто днів: { $count }.
    }
halls-button-plan = 📆 План на наступний рік
halls-plan = <b>Зали: план на { $year }</b>
halls-plan-own = Побажання цієї організації. Вирішує Центр.
halls-plan-empty = Тут уже зараз можна сказати, коли зал буде потрібен наступного року. Вирішує Центр.
halls-plan-nobody = Поки ніхто нічого не подав.
halls-plan-room = <b>{ $name }</b>
halls-plan-line =
    { $state ->
        [yes] ✅ { $when } · { $who } · { $purpose }
       *[wish] ⏳ { $when } · { $who } · { $purpose }
    }
halls-plan-meets = ⚠️ ті самі години: { $others }
halls-plan-taken =
    { $count ->
        [one] ⚠️ { $count } день уже зайнято
        [few] ⚠️ { $count } дні вже зайнято
        [many] ⚠️ { $count } днів уже зайнято
       *[other] ⚠️ { $count } днів уже зайнято
    }
halls-plan-copied =
    { $count ->
        [0] Не було чого переписати.
        [one] ✅ Переписано з цього року: { $count } запис.
        [few] ✅ Переписано з цього року: { $count } записи.
        [many] ✅ Переписано з цього року: { $count } записів.
       *[other] ✅ Переписано з цього року: { $count } записів.
    }
halls-button-copy = 📋 Переписати з цього року
halls-button-wish = ✍️ { $name }
halls-ask-wish = <b>{ $name }: коли у { $year }?</b>
    Напишіть дні, години і для чого, наприклад: <i>щовівторка 17–19 репетиція хору до червня</i>.
halls-wish-kept = ✅ Побажання записано.
halls-button-requests = 📥 Прохання
halls-requests = <b>Чекає на відповідь</b>
halls-requests-none = Ніщо не чекає на відповідь.
halls-button-organisations =
    { $count ->
        [0] 🤝 Організації
       *[other] 🤝 Організації (нові: { $count })
    }
halls-organisations = <b>Хто говорить за яку організацію</b>
halls-organisations-none = Жодна організація ще не зголосилася.
halls-organisation-line =
    { $state ->
        [yes] { $number }. ✅ { $name }
        [no] { $number }. ✖️ { $name }
       *[asked] { $number }. ⏳ { $name }
    }
halls-button-known = ✅ { $number }. Знаємо
halls-button-unknown = ✖️ { $number }. Не знаємо
halls-button-week = 🗓 Тиждень
halls-week = <b>{ $name }, { $days }</b>
halls-week-none = У ці дні тут нічого немає.
halls-week-line =
    { $state ->
        [asked] ⏳ { $hours } { $who }: { $purpose }
       *[yes] { $hours } { $who }: { $purpose }
    }
halls-week-duty = { $hours } чергування або зустріч
halls-button-rules = ⚙️ Правила
halls-rules-kept = ✅ Змінено. Те, що вже заброньовано, залишається.
halls-button-hours = 🕘 Години
halls-button-buffer = 🧹 Перерва
halls-button-who =
    { $who ->
        [organisations] 👥 Лише для організацій
       *[everybody] 👥 Відкрити для всіх
    }
halls-button-needs =
    { $needs ->
        [yes] ✋ Питати про згоду
       *[no] ✋ Без згоди
    }
halls-button-desks = 🪑 Столи
halls-button-close = 🚫 Закрити для нових бронювань
halls-button-open = 🔓 Відкрити знову
halls-ask-hours = <b>О котрих годинах?</b>
    Зараз: { $hours }
    Напишіть, наприклад: <i>пн–пт 8–20, сб 9–14</i>.
halls-ask-desks = <b>Скільки столів?</b>
    0 означає: бронюють увесь зал. Щонайбільше { $most }.
halls-button-add = ➕ Новий зал
halls-ask-add = <b>Як називається і де це?</b>
    Наприклад: <i>зал зустрічей, вул. Szkolna 1</i>.
halls-added = ✅ Додано. Правила можна одразу змінити.
halls-gone = Цей зал уже не можна бронювати.
halls-refused = Це можуть лише ті, хто в цьому Центрі доглядає зали.
halls-organisations-only = Цей зал бронюють лише організації і групи, які знає Центр.
halls-series-organisations = Щотижня і в плані на наступний рік бронюють організації, які знає Центр. Подати організацію можна через /sala.
halls-past = Цей час уже минув.
halls-far =
    { $days ->
        [one] Так далеко наперед не можна: щонайбільше { $days } день.
        [few] Так далеко наперед не можна: щонайбільше { $days } дні.
        [many] Так далеко наперед не можна: щонайбільше { $days } днів.
       *[other] Так далеко наперед не можна: щонайбільше { $days } днів.
    }
halls-too-many =
    { $most ->
        [one] Уже є { $most } бронювання наперед, більше одразу не можна.
        [few] Уже є { $most } бронювання наперед, більше одразу не можна.
        [many] Уже є { $most } бронювань наперед, більше одразу не можна.
       *[other] Уже є { $most } бронювань наперед, більше одразу не можна.
    }
halls-many-days =
    { $most ->
        [one] Це забагато днів одразу: щонайбільше { $most }. Вкажіть ближчий кінець.
        [few] Це забагато днів одразу: щонайбільше { $most }. Вкажіть ближчий кінець.
        [many] Це забагато днів одразу: щонайбільше { $most }. Вкажіть ближчий кінець.
       *[other] Це забагато днів одразу: щонайбільше { $most }. Вкажіть ближчий кінець.
    }
halls-day-off =
    { $why ->
        [holiday] { DATETIME($day, dateStyle: "full") } – свято, тоді зачинено. Виберіть інший день.
        [closed] { DATETIME($day, dateStyle: "full") } Центр зачинено. Виберіть інший день.
       *[weekday] У цей день тижня ({ DATETIME($day, dateStyle: "full") }) тут зачинено. Виберіть інший день.
    }
halls-outside = Цього дня відчинено { $hours }. Виберіть години в цей час.
halls-no-block = Столи бронюють на частини дня: { $blocks }. Виберіть одну з них.
halls-wrong-span = Години { $hours } не підходять: кінець має бути після початку, щонайменше пів години.
halls-quarters = Вкажіть години кожні чверть години, наприклад 17:00, 17:15 або 17:30.
halls-too-long =
    { $hours ->
        [one] Це задовго: щонайбільше { $hours } година.
        [few] Це задовго: щонайбільше { $hours } години.
        [many] Це задовго: щонайбільше { $hours } годин.
       *[other] Це задовго: щонайбільше { $hours } годин.
    }
halls-no-hour = Година { $hour } { DATETIME($day, dateStyle: "long") } непевна: тієї ночі змінюється час. Вкажіть іншу.
halls-purpose =
    { $most ->
        [one] Для чого? Напишіть від 3 до { $most } знака.
        [few] Для чого? Напишіть від 3 до { $most } знаків.
        [many] Для чого? Напишіть від 3 до { $most } знаків.
       *[other] Для чого? Напишіть від 3 до { $most } знаків.
    }
halls-why =
    { $most ->
        [one] Це задовге: щонайбільше { $most } знак.
        [few] Це задовге: щонайбільше { $most } знаків.
        [many] Це задовге: щонайбільше { $most } знаків.
       *[other] Це задовге: щонайбільше { $most } знаків.
    }
halls-over = Цього бронювання вже немає або його час минув.
halls-given-back = Цей час уже повернули.
halls-answered-already =
    { $state ->
        [yes] На це вже хтось відповів: згода.
        [no] На це вже хтось відповів: відмова.
       *[other] На це вже відповіли або час минув.
    }
halls-changed-meanwhile = Хтось змінив це тієї самої миті. Зараз так:
halls-nothing-free = Жоден із цих днів уже не вільний.
halls-wrong-name =
    { $most ->
        [one] Назва повинна мати від 1 до { $most } знака.
        [few] Назва повинна мати від 1 до { $most } знаків.
        [many] Назва повинна мати від 1 до { $most } знаків.
       *[other] Назва повинна мати від 1 до { $most } знаків.
    }
halls-there-already = «{ $name }» тут уже є.
halls-wrong-hours = Не видно годин. Напишіть, наприклад: пн–пт 8–20, сб 9–14.
halls-wrong-desks =
    { $most ->
        [one] Вкажіть число від 0 до { $most }.
        [few] Вкажіть число від 0 до { $most }.
        [many] Вкажіть число від 0 до { $most }.
       *[other] Вкажіть число від 0 до { $most }.
    }
halls-typed-wrong = Не вдалося зрозуміти час: { $sentence }
halls-typed-hours = не видно годин від–до, наприклад 17–19.
halls-typed-day = не видно дня, наприклад «четвер» або «3 грудня».
halls-typed-one-day = вкажіть один день, а для багатьох напишіть, наприклад, «щовівторка 17–19 до червня».
halls-typed-purpose = не видно, для чого. Допишіть кілька слів.
