# Графік чергувань: перегляд, публікація, помилки в рядках, відсутність, дні, коли зачинено, дошка оголошень.
roster-month =
    { $month ->
        [1] січень
        [2] лютий
        [3] березень
        [4] квітень
        [5] травень
        [6] червень
        [7] липень
        [8] серпень
        [9] вересень
        [10] жовтень
        [11] листопад
       *[other] грудень
    }
roster-weekday =
    { $weekday ->
        [0] пн
        [1] вт
        [2] ср
        [3] чт
        [4] пт
        [5] сб
       *[other] нд
    }
roster-refused = Графік веде офіс Центру. Вільні години показує картка послуги.
roster-title = <b>{ $city }: чергування, { $month }</b>
roster-empty = Цього місяця ще немає чергувань.
roster-line-day = <b>{ $day }</b>
roster-line-duty = { $duty }
roster-line-closed = 🚪 { $day }: зачинено ({ $reason })
roster-more-lines =
    { $count ->
        [one] … і ще { $count } чергування. Усе є на зображенні.
        [few] … і ще { $count } чергування. Усе є на зображенні.
        [many] … і ще { $count } чергувань. Усе є на зображенні.
       *[other] … і ще { $count } чергування. Усе є на зображенні.
    }
roster-step = кожні { $step } хв
roster-button-type = ✏️ Вписати чергування
roster-button-picture = 🖼 Зображення
roster-button-pdf = 📄 PDF на дошку
roster-button-sample = 📎 Зразок файлу
roster-button-absence = 🤒 Відсутність
roster-button-closing = 🚪 Коли зачинено
roster-button-look = 👀 Переглянути зміну
roster-button-refresh = 🔄 Оновити
roster-button-publish = ✅ Опублікувати
roster-button-add = ➕ Додати: { $name }
roster-button-whole = 📆 Це весь місяць, решта зникає
roster-button-beside = ➕ Лише додати, решта залишається
roster-button-month = 🗓 Графік місяця
roster-button-booking = Мій запис
roster-button-call-off = ❌ Скасувати ці чергування
roster-button-also = ➕ Також { $day }
roster-button-close = 🚪 Зачинити
roster-button-open = Усе-таки відчинено: { $day }
roster-ask =
    <b>{ $month }: нові чергування</b>
    Одне чергування – один рядок. Можна кілька рядків одразу:

    <code>щопонеділка 9–13 юрист, кімната 12, кожні 30 хв</code>
    <code>перший вівторок місяця 10–12 медіатор</code>
    <code>3, 10 і 17 грудня 9–12 психолог, перерва 10 хв</code>
    <code>п'ятниці 9–12 юрист крім 18 грудня</code>

    Можна також надіслати файл .xlsx або .csv (є зразок: /wzor_grafiku). Нічого не зміниться, доки не опубліковано. /anuluj перериває.
roster-left = Перервано. Графік такий, як був.
roster-preview = <b>Перегляд зміни: { $month }</b>
roster-no-change = Нічого не змінюється: так уже опубліковано.
roster-line-added = ➕ { $duty }
roster-line-gone = ➖ { $duty }
roster-line-moved = 🚪 { $duty } → { $room }
roster-same =
    { $count ->
        [one] Без змін: { $count } чергування.
        [few] Без змін: { $count } чергування.
        [many] Без змін: { $count } чергувань.
       *[other] Без змін: { $count } чергування.
    }
roster-affected =
    { $count ->
        [0] Зміна не стосується жодного запису.
        [one] Зміна стосується { $count } запису.
        [few] Зміна стосується { $count } записів.
        [many] Зміна стосується { $count } записів.
       *[other] Зміна стосується { $count } запису.
    }
roster-affected-calls =
    { $count ->
        [one] { $count } людина без месенджера: треба зателефонувати.
        [few] { $count } людини без месенджера: треба зателефонувати.
        [many] { $count } людей без месенджера: треба зателефонувати.
       *[other] { $count } людини без месенджера: треба зателефонувати.
    }
roster-affected-room =
    { $count ->
        [one] З них { $count } запис залишається, змінюється лише кімната.
        [few] З них { $count } записи залишаються, змінюється лише кімната.
        [many] З них { $count } записів залишається, змінюється лише кімната.
       *[other] З них { $count } запису залишається, змінюється лише кімната.
    }
roster-will-be-told = Інші люди отримають по одному повідомленню з найближчими вільними годинами.
roster-skipped = Пропущено вихідні дні: { $days }.
roster-doubtful = Перевірте, будь ласка, це вихідні дні: { $days }.
roster-which-service = Якої послуги це стосується?
roster-stranger = Тут ще немає такої особи: <b>{ $name }</b>. Якщо це помилка, впишіть, будь ласка, ще раз. Якщо ні, можна додати.
roster-problems =
    { $count ->
        [one] Треба виправити одне місце. Нічого не змінено.
        [few] Треба виправити { $count } місця. Нічого не змінено.
        [many] Треба виправити { $count } місць. Нічого не змінено.
       *[other] Треба виправити { $count } місця. Нічого не змінено.
    }
roster-problem = <b>Рядок { $line }:</b> { $sentence }
roster-published-already = Цей графік уже опубліковано.
roster-changed-meanwhile = Тим часом тут щось змінилося. Відкрийте, будь ласка, перегляд ще раз: він покаже, як є тепер.
roster-not-ready = Цього ще не можна опублікувати. Перегляд каже, чого бракує.
roster-published =
    { $count ->
        [0] ✅ Опубліковано. Нових годин немає.
        [one] ✅ Опубліковано. З'явилася { $count } нова година запису.
        [few] ✅ Опубліковано. З'явилися { $count } нові години запису.
        [many] ✅ Опубліковано. З'явилося { $count } нових годин запису.
       *[other] ✅ Опубліковано. З'явилося { $count } нової години запису.
    }
roster-told-people =
    { $told ->
        [0] Повідомлення не отримує ніхто.
        [one] Повідомлення отримує { $told } людина.
        [few] Повідомлення отримують { $told } людини.
        [many] Повідомлення отримує { $told } людей.
       *[other] Повідомлення отримує { $told } людини.
    }
roster-told-calls =
    { $count ->
        [one] ☎️ { $count } людині треба зателефонувати. Вона у списку дзвінків.
        [few] ☎️ { $count } людям треба зателефонувати. Вони у списку дзвінків.
        [many] ☎️ { $count } людям треба зателефонувати. Вони у списку дзвінків.
       *[other] ☎️ { $count } людини треба зателефонувати. Вони у списку дзвінків.
    }
roster-told-room =
    Зміна місця зустрічі
    🗓 { $when }
    📍 <b>{ $room }</b>
    День і година залишаються.
roster-told-absence = ❌ { $who }: чергування скасовано ({ $days }).
roster-told-closed = 🚪 Центр зачинено, чергування скасовано: { $days }.
roster-absence-who = Чиї чергування треба скасувати?
roster-absence-nobody = Тут ще немає нікого, хто чергує.
roster-absence-days = <b>{ $who }</b>: якого дня? Наступні дні можна додати потім.
roster-absence-no-days = <b>{ $who }</b>: зараз немає жодних чергувань.
roster-absence-preview = Скасувати чергування: <b>{ $who }</b>, { $days }?
roster-absence-done = ❌ Скасовано.
roster-nothing-there = У ці дні вже немає чого скасовувати.
roster-closing-list = <b>Дні, коли Центр зачинено</b> (крім вихідних і свят)
roster-closing-none = Немає записаних днів, коли зачинено. Новий день достатньо написати так: /zamkniete 24 грудня Святвечір
roster-closing-which = Якого дня? Наприклад: /zamkniete 24 грудня Святвечір. Такого дня, як тут написано, немає в календарі або його не видно.
roster-closing-past = Цей день уже минув або днів забагато.
roster-closing-ask = Зачинити: <b>{ $days }</b>?
roster-closing-preview = Буде скасовано чергування: { $days }.
roster-closing-done = 🚪 Записано. Чергування, що повторюються, оминатимуть цей день.
roster-closing-opened = Цей день знову відчинений. Скасовані чергування самі не повертаються: їх можна вписати в /grafik.
roster-paper-coming = Файл прийде за мить.
roster-paper-title = Чергування: { $month }
roster-paper-phone = Запис: { $phone }
roster-paper-foot = станом на { $day }
roster-paper-closed = зачинено
roster-paper-more = і ще { $n }
roster-sample-caption = Один рядок – одне чергування. Після змін достатньо надіслати цей файл сюди: спочатку буде перегляд.
roster-file-kind = Графік можна надіслати як файл .xlsx або .csv. Зразок: /wzor_grafiku
roster-file-coming = 📎 Читаю файл. Перегляд прийде за мить.
roster-file-waits = Цей файл ще читається. За мить буде перегляд.
roster-file-read =
    { $count ->
        [one] Файл прочитано: { $count } чергування. Ще нічого не змінилося.
        [few] Файл прочитано: { $count } чергування. Ще нічого не змінилося.
        [many] Файл прочитано: { $count } чергувань. Ще нічого не змінилося.
       *[other] Файл прочитано: { $count } чергування. Ще нічого не змінилося.
    }
roster-file-wrong =
    { $count ->
        [one] У файлі треба виправити одне місце.
        [few] У файлі треба виправити { $count } місця.
        [many] У файлі треба виправити { $count } місць.
       *[other] У файлі треба виправити { $count } місця.
    }
roster-file-size = Файл завеликий: може мати щонайбільше { $megabytes } МБ.
roster-file-format = Цей файл не вдається прочитати. Збережіть його, будь ласка, як .xlsx або .csv. Зразок: /wzor_grafiku
roster-file-rows = У файлі забагато рядків: може бути щонайбільше { $rows }.
roster-file-columns = У файлі бракує стовпців: { $lacking }. Назви стовпців є у зразку: /wzor_grafiku
roster-file-months = У файлі дні з різних місяців. Один файл – один місяць.
roster-file-fetch = Файл не вдалося завантажити. Надішліть його, будь ласка, ще раз.
roster-wrong-nothing = тут немає жодного чергування, яке ще попереду.
roster-wrong-past-month = місяць { $month } { $year } уже минув. Графік складають на цей або на наступні місяці.
roster-wrong-too-many = забагато чергувань в одному місяці: може бути щонайбільше { $most }.
roster-wrong-lines = забагато рядків одразу: може бути щонайбільше { $most }. Більший графік простіше надіслати як файл.
roster-wrong-provider =
    { $other ->
        [0] { $who } тоді вже має щось інше: { $day }, { $hours } і { $others }.
       *[other] { $who } має два чергування одночасно: { $day }, { $hours } і { $others } (рядок { $other }).
    }
roster-wrong-room =
    { $other ->
        [0] { $who }: це місце тоді зайняте, { $day }, { $hours } і { $others }.
       *[other] { $who }: два чергування одночасно в одному місці, { $day }, { $hours } і { $others } (рядок { $other }).
    }
roster-wrong-name = ім'я особи й назва кімнати мають містити від 1 до { $most } знаків.
roster-wrong-month = { $day } – в іншому місяці. Один графік – один місяць.
roster-wrong-past = { $day } уже минуло.
roster-wrong-closed = { $day } Центр зачинено. Список днів: /zamkniete
roster-wrong-never = { $day } годинники йдуть уперед, і години { $hour } тоді немає. Вкажіть, будь ласка, іншу.
roster-wrong-twice = { $day } годинники йдуть назад, і година { $hour } буває двічі. Вкажіть, будь ласка, години поза 2:00–3:00.
roster-wrong-span = години { $hours } не підходять: кінець має бути після початку, чергування триває щонайбільше 14 годин.
roster-wrong-step = один запис може тривати від { $low } до { $high } хвилин.
roster-wrong-short = у години { $hours } не вміститься жоден запис по { $step } хв.
roster-wrong-no-day = дня { $date } немає в календарі («{ $said }»).
roster-wrong-hours = не видно годин від–до, наприклад 9–13 («{ $said }»).
roster-wrong-days = не видно дня, наприклад «щопонеділка» або «3 грудня» («{ $said }»).
roster-wrong-who = не видно, хто чергує, наприклад «юрист» («{ $said }»).
roster-wrong-fortnight = «кожен другий» може означати різні тижні. Впишіть, будь ласка, дати («{ $said }»).
roster-wrong-date = «{ $said }» – це не дата, як-от 2026-12-03 або 3.12.2026.
roster-wrong-hour = «{ $said }» – це не година, як-от 9:00.
roster-wrong-minutes = «{ $said }» – це не кількість хвилин.
roster-wrong-service = тут немає послуги «{ $said }». Код послуги є на її картці, наприклад «pio».
roster-wrong-formula = тут стоїть формула. Впишіть, будь ласка, сам вміст.
