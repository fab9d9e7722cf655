# Okienko для працівників центру та консультантів: запис телефоном, дзвінки, день консультанта, звіт про чергування.
counter-topic =
    { $topic ->
        [law] Юридичні питання
        [debts] Борги
        [benefits] Виплати й допомога
        [family] Сім’я
        [psychology] Психолог
        [violence] Насильство вдома
        [addiction] Залежності
        [mediation] Медіація
        [letters] Листи й заяви
        [organisations] Для організацій
       *[other] Інше питання
    }
counter-topic-words =
    { $topic ->
        [law] юрист юридичні право
        [debts] борги
        [benefits] виплати допомога
        [family] сім’я родина
        [psychology] психолог
        [violence] насильство
        [addiction] залежності
        [mediation] медіація медіатор
        [letters] листи заяви
        [organisations] організації гранти
       *[other] інше
    }
counter-anybody = У кого є вільний час
counter-any-topic = будь-яка тема
counter-of-account =
    { $relation ->
        [self] запис із чату
        [child] запис із чату: дитина
        [parent] запис із чату: хтось із батьків
       *[other] запис із чату: близька людина
    }
counter-weekday =
    { $weekday ->
        [0] пн
        [1] вт
        [2] ср
        [3] чт
        [4] пт
        [5] сб
       *[other] нд
    }
counter-day =
    { $apart ->
        [0] сьогодні, { $day }
       *[other] завтра, { $day }
    }
counter-letter =
    { $letter ->
        [C] C, як Celina
        [D] D, як Dorota
        [F] F, як Filip
        [G] G, як Grażyna
        [H] H, як Henryk
        [J] J, як Jadwiga
        [K] K, як Karol
        [M] M, як Maria
        [N] N, як Natalia
        [P] P, як Paweł
        [R] R, як Roman
        [T] T, як Tadeusz
        [W] W, як Wanda
        [X] X, як Xawery
       *[other] Y ігрек
    }
counter-fact-person = 👤 { $person }
counter-fact-when = 🗓 { $when }
counter-fact-where = 📍 { $where }
counter-fact-who = 🧑‍💼 { $who }
counter-fact-topic = 💬 { $topic }
counter-fact-code = 🔑 Код: <code>{ $code }</code>
counter-home =
    <b>Запис телефоном або на місці</b>
    Виберіть тему або напишіть усе одним рядком, наприклад:
    <i>завтра 10 prawnik Kowalska 600 000 000</i>

    Запис можна знайти й за кодом: просто напишіть його.
counter-for = Для: <b>{ $person }</b>
counter-slots =
    <b>Найближчий вільний час</b>
    { $what }
    Торкніться часу, щоб записати.
counter-no-slots =
    <b>Вільного часу немає</b>
    { $what }
    Можна подивитися інший день або іншу людину. Те, що місця не вистачило, буде у звіті про чергування.
counter-not-that-hour =
    <b>На цю годину вільного часу немає.</b>
    Найближче:
counter-not-that-day =
    <b>Цього дня вільного часу немає.</b>
    Найближче:
counter-instead =
    <b>{ $why }</b>
    Нічого не втрачено. Найближче:
counter-whose = До кого?
counter-days =
    <b>Дні з вільним часом</b>
    { $what }
counter-day-free = <b>Вільно: { $day }</b>
counter-day-full = <b>{ $day }</b>: вільного часу вже немає.
counter-ask-name =
    <b>{ $when }</b>
    Кого записати? Напишіть прізвище або ініціали та, якщо є, номер телефону.

    /anuluj перериває.
counter-overlap =
    ⚠️ { $said }
    Записати попри це?
counter-booked = ✅ <b>Записано</b>
counter-moved = ✅ <b>Перенесено</b>, код той самий
counter-cancelled = ❌ <b>Скасовано</b>, час знову вільний
counter-state =
    { $state ->
        [booked] 🕘 <b>Записано</b>, ще без підтвердження
        [confirmed] ☑️ <b>Підтверджено</b>
        [cancelled] ❌ <b>Скасовано</b>
        [called-off] ❌ <b>Скасовано центром</b>
        [came] ✅ <b>Розмова відбулася</b>
       *[missed] ✖️ <b>Ніхто не прийшов</b>
    }
counter-read-out =
    Прочитати вголос: { $spelled }.
    За цим кодом зустріч можна знайти, перенести або скасувати.
counter-cancel-sure = <b>Справді скасувати?</b>
counter-left = Перервано, нікого не записано.
counter-no-code = Тут немає запису з кодом { $code }. Перевірте літери: код має 7 знаків.
counter-outdated = Ця кнопка вже не діє. Почніть із /zapisz або /dzis.
counter-button-nearest = ⏱ Найближче
counter-button-who = 👤 До кого
counter-button-calls = ☎️ Дзвінки
counter-button-print = 🖨 День на папері
counter-button-print-day = 🖨 Цей день на папері
counter-button-days = 📅 Інший день
counter-button-other-hour = Інший час
counter-button-anyway = Записати попри це
counter-button-confirm = ☑️ Підтвердити
counter-button-move = 🔁 Перенести
counter-button-cancel = ❌ Скасувати
counter-button-next = ➕ Наступна людина
counter-button-sure = ❌ Так, скасувати
counter-button-keep = Не скасовувати
counter-button-reached = ✅ { $number }
counter-button-not-reached = 📵 { $number }
counter-button-open = ✏️ { $number }
counter-button-door = 🚪 На двері: без прізвищ
counter-button-desk = 🗂 Для працівників: з прізвищами
counter-button-walk-in = ➕ Без запису
counter-button-delay = ⏰ +{ $minutes } хв
counter-button-link = 🔗 Нове посилання на день
counter-button-link-off = 🚫 Вимкнути посилання
counter-button-came = ✅ { $hour } є
counter-button-missed = ✖️ { $hour } немає
counter-button-came-after-all = ✅ { $hour } таки є
counter-button-note = 📝 { $hour } тема й час
counter-button-later = Пізніше
counter-button-unlink = Від’єднати обліковий запис
counter-button-account = Обліковий запис № { $account }
counter-calls =
    { $count ->
        [0] <b>☎️ { $day }</b>: нікому не треба дзвонити.
        [one] <b>☎️ { $day }</b>: { $count } дзвінок
        [few] <b>☎️ { $day }</b>: { $count } дзвінки
        [many] <b>☎️ { $day }</b>: { $count } дзвінків
       *[other] <b>☎️ { $day }</b>: { $count } дзвінка
    }
counter-call = <b>{ $number }.</b> { $person }, { $phone }
counter-no-phone = без номера, код { $code }
counter-call-about = { $when } · { $who }
counter-call-why =
    { $reason ->
        [called-off] ❗ центр скасував, треба сказати
        [other-room] 📍 інша кімната, треба сказати
        [moved] 🗓 інший час або місце, треба сказати
        [delay] ⏰ почнеться пізніше, треба сказати
        [no-messenger] без месенджера
        [blocked] повідомлення не доходять
       *[unconfirmed] без підтвердження
    }
counter-call-tried = 📵 ніхто не відповів о { $hour }
counter-calls-legend = ✅ розмова була (зустріч підтверджено) · 📵 ніхто не відповів · ✏️ перенести або скасувати
counter-paper-desk = 🗂 { $day }: список із прізвищами надійде за мить. Він лише для працівників центру.
counter-paper-door = 🚪 { $day }: список без прізвищ надійде за мить.
counter-paper-note-desk = Лише для працівників центру. Після чергування знищте, будь ласка.
counter-paper-note-door = Години розмов. Запис: у центрі, телефоном або через Okienko.
counter-paper-nothing = Цього дня чергувань немає.
counter-paper-caption-desk = Для працівників: { $day }. Тут є прізвища й номери: не пересилайте, будь ласка.
counter-paper-caption-door = На двері: { $day }. Прізвищ тут немає.
counter-col-hour = Година
counter-col-room = Де
counter-col-person = Хто
counter-col-phone = Телефон
counter-col-code = Код
counter-col-state = Стан
counter-door-taken = зайнято
counter-door-free = вільно
counter-state-short =
    { $state ->
        [booked] запис
        [confirmed] підтверджено
        [came] розмова була
       *[missed] ніхто не прийшов
    }
counter-sheet =
    <b>{ $day }</b>
    { $who }
counter-sheet-empty = Цього дня чергування немає.
counter-sheet-free = ▫️ <b>{ $hour }</b> вільно
counter-sheet-line =
    { $state ->
        [booked] 🕘 <b>{ $hour }</b> { $about }
        [confirmed] ☑️ <b>{ $hour }</b> { $about }
        [came] ✅ <b>{ $hour }</b> { $about }
       *[missed] ✖️ <b>{ $hour }</b> { $about }
    }
counter-ask-topic =
    Записано: розмова була.
    <b>Про що вона була?</b> До звіту йде лише тема й час, без людини.
counter-ask-topic-walk-in = <b>Хтось без запису. Про що була розмова?</b>
counter-ask-minutes = <b>{ $topic }.</b> Скільки хвилин?
counter-minutes = { $minutes }
counter-noted = 📝 Додано до звіту про консультації.
counter-noted-already = 📝 Це вже було записано.
counter-delay-told =
    { $count ->
        [0] ⏰ Жодного повідомлення не надіслано.
        [one] ⏰ Повідомлення отримує { $count } людина.
        [few] ⏰ Повідомлення отримують { $count } людини.
        [many] ⏰ Повідомлення отримують { $count } людей.
       *[other] ⏰ Повідомлення отримують { $count } людини.
    }
counter-delay-phone = Без месенджера: { $hours }. Ці люди є у списку дзвінків центру.
counter-delay = ⏰ Затримка приблизно { $minutes } хвилин. Сьогоднішня зустріч о { $hour } почнеться трохи пізніше. Перепрошуємо.
counter-link =
    🔗 <b>Посилання на день: { $who }</b>
    { $link }

    Хто має це посилання, бачить увесь день. Не пересилайте його нікому, будь ласка. Нове посилання вимикає попереднє.
counter-link-off = 🚫 Посилання вимкнено.
counter-no-pages = Адресу сторінки Okienko ще не налаштовано, тому посилання зробити не можна. Допоможе людина, яка опікується Okienko.
counter-advisers =
    <b>Консультанти</b>
    Хто бачить чий день? Чергування можна з’єднати з обліковим записом консультанта або зробити посилання.
counter-button-report = 📊 Чергування в числах
counter-advisers-none = Консультантів ще немає: вони з’являться разом із першим графіком.
counter-adviser =
    <b>{ $who }</b>
    { $state }
counter-adviser-linked = Цей день бачить обліковий запис № { $account }.
counter-adviser-unlinked = Цього дня ще не бачить жоден обліковий запис. Номер свого запису консультант побачить, написавши /dzis.
counter-adviser-nobody = Цього дня ще не бачить жоден обліковий запис. Спершу хтось має отримати роль консультанта (команда okienko grant). Можна також зробити посилання.
counter-not-linked = Цей обліковий запис ще не з’єднано з чергуванням. Назвіть, будь ласка, працівникам центру його номер: <b>{ $account }</b>. Вони з’єднають його через /doradcy.
counter-refused = Це місце для працівників центру та консультантів. Щоб знайти час для себе, просто напишіть, що потрібно.
counter-not-yours = У цьому чергуванні немає такого запису.
counter-not-here = У цьому центрі цього немає.
counter-not-today-yet = Цей день ще не настав.
counter-not-begun = Ця година ще не почалася: «не прийшли» можна позначити потім.
counter-no-such-account = Цей обліковий запис не можна з’єднати: він не має ролі консультанта або вже має своє чергування.
counter-did-not-come = Тему можна записати, коли розмова відбулася.
counter-report = <b>{ $city }: чергування за останні { $weeks } тижнів</b>
counter-report-nothing = За цей час не було годин для запису, тож рахувати нічого.
counter-report-fill = Зайнято: { $taken } з { $seats }.
counter-report-missed = Ніхто не прийшов: { $missed } з { $expected } зустрічей.
counter-report-topics = <b>Про що просили під час запису</b>
counter-report-topic = • { $topic }: { $people }
counter-report-unmet = • { $topic }: { $times } разів не було вільного часу
counter-report-no-advice = Ці числа ще не показують годин, які варто додати або зняти.
counter-report-how = Оцінюються лише години, на які було щонайменше 8 місць для запису. Кількість людей, менша за 5, прихована.
counter-advice =
    { $what ->
        [add] ➕ <b>{ $weekday } { $begins }–{ $ends }</b>: зайнято { $taken } з { $seats }; разів, коли хтось шукав і вільного не було: { $wished }. Варто додати.
        [consider] ➕ <b>{ $weekday } { $begins }–{ $ends }</b>: зайнято { $taken } з { $seats }: майже все, можна подумати про додаткові години.
        [drop] ➖ <b>{ $weekday } { $begins }–{ $ends }</b>: зайнято { $taken } з { $seats }: можна подумати про інший час.
       *[missed] ☎️ <b>{ $weekday } { $begins }–{ $ends }</b>: ніхто не прийшов { $missed } з { $expected } разів: варто дзвонити напередодні.
    }
counter-chart-title = { $city }: чергування за останні { $weeks } тижнів
counter-chart-topics = Про що просили під час запису
counter-chart-fill = Зайнятий час
counter-chart-missed = Зустрічі, на які ніхто не прийшов
counter-chart-note = Порожнє поле: замало, щоб показати. Кількість людей, менша за 5, прихована.
counter-chart-caption = Чергування в числах. Нікого з прізвища на малюнку немає.
counter-page-title = Чергування
counter-page-link-of = Ця сторінка лише для: { $who }
counter-page-came = Є
counter-page-missed = Немає
counter-page-came-after-all = Таки є
counter-page-topic = Тема
counter-page-minutes = Хвилини
counter-page-noted = у звіті
counter-page-walk-in = Хтось без запису
counter-page-delay = Затримка: сказати тим, хто чекає
counter-page-delay-button = прибл. { $minutes } хв
counter-page-privacy = До звіту йде лише тема й час, без людини. Після чергування закрийте сторінку, будь ласка.
counter-page-gone-title = Такої сторінки немає
counter-page-gone = Це посилання не діє або його вимкнено. Нове зробить центр або консультант командою /dzis.
counter-page-slow-down = Забагато одразу. Спробуйте за хвилину.
