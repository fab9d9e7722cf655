# Події: картка, кнопки під оголошенням, нагадування, форма, план і квартал.
event-card =
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
event-card-cancelled =
    { $why ->
        [weather] ❌ Скасовано через погоду
       *[other] ❌ Скасовано
    }
event-invitation =
    { $title }
    🗓 { $when }
    📍 { $place }

    Запрошуємо!
    { event-invitation-tap }
event-invitation-seats =
    { $title }
    🗓 { $when }
    📍 { $place }
    👥 Кількість місць: { $seats }

    Запрошуємо!
    { event-invitation-tap }
event-invitation-tap = Досить натиснути «Буду».
event-button-coming = ✅ Буду
event-button-coming-count = ✅ Буду · { $count }
event-button-coming-mine = ☑️ Буду (записано)
event-button-not-coming = Не буду
event-button-not-coming-mine = ☑️ Не буду (записано)
event-button-calendar = 📅 До календаря
event-button-cancelled = ❌ Скасовано
event-noted-coming =
    { $reminders ->
        [0] Записано: буду. До зустрічі!
        [1] Записано: буду. Перед початком прийде нагадування.
       *[other] Записано: буду. Нагадування прийде напередодні ввечері та за дві години до початку.
    }
event-noted-not-coming = Записано: не буду. Це можна змінити будь-коли.
event-first-private = Ще один крок: відкрийте, будь ласка, приватну розмову з Okienko і натисніть Start. Тоді прийде й нагадування.
event-gone = Цієї події вже немає.
event-over = Ця подія вже закінчилася.
event-past = Цей час уже минув. Вкажіть, будь ласка, пізніший.
event-cancelled-already = Цю подію скасовано.
event-reminder = ⏰ Нагадування
event-changed = ✏️ Зміна. Тепер так:
event-cancelled = На жаль, ця подія не відбудеться.
event-calendar-caption = Якщо відкрити цей файл, час буде в календарі.
event-calendar-title = Зустріч
event-calendar-note = Подробиці — у розмові з Okienko.
event-list = <b>{ $city }: події</b>
event-none =
    <b>{ $city }: події</b>
    Поки що нічого не заплановано.
event-line = { $title }: { $when }
event-line-cancelled = ❌ { $title }: { $when }
event-count =
    { $count ->
        [0] Поки що ніхто не записався.
        [one] Записалася { $count } особа.
        [few] Записалися { $count } особи.
        [many] Записалося { $count } осіб.
       *[other] Записалося { $count } особи.
    }
event-left =
    { $left ->
        [0] 👥 Усі місця зайняті: { $total } з { $total }.
        [one] 👥 Залишилося { $left } місце з { $total }.
        [few] 👥 Залишилося { $left } місця з { $total }.
        [many] 👥 Залишилося { $left } місць з { $total }.
       *[other] 👥 Залишилося { $left } місця з { $total }.
    }
event-waiting =
    { $people ->
        [one] У списку очікування: { $people } особа.
        [few] У списку очікування: { $people } особи.
        [many] У списку очікування: { $people } осіб.
       *[other] У списку очікування: { $people } особи.
    }
event-button-coming-left =
    { $left ->
        [0] ⏳ Місць немає · список очікування
       *[other] ✅ Буду · є { $left } з { $total } місць
    }
event-button-coming-people =
    { $people ->
        [one] ☑️ Буде { $people } особа
        [few] ☑️ Буде { $people } особи
        [many] ☑️ Буде { $people } осіб
       *[other] ☑️ Буде { $people } особи
    }
event-button-who = 👥 Хто прийде
event-button-in-line = ⏳ Список очікування
event-party-booked = ✅ Записано місця: <b>{ $who }</b>
event-party-in-line =
    { $people ->
        [1] ⏳ У списку очікування: <b>{ $who }</b>. Номер у черзі: { $position }. Це ще не місце на події: коли звільниться, прийде повідомлення.
       *[other] ⏳ У списку очікування, тільки разом: <b>{ $who }</b>. Номер у черзі: { $position }. Це ще не місця на події: коли звільняться, прийде повідомлення.
    }
event-party-held = 🔔 Місце є і чекає на відповідь: <b>{ $who }</b>
event-button-held = 🔔 Відповісти
event-party-chosen =
    { $people ->
        [one] Обрано: <b>{ $who }</b>. Це { $people } особа, ще не записано.
        [few] Обрано: <b>{ $who }</b>. Це { $people } особи, ще не записано.
        [many] Обрано: <b>{ $who }</b>. Це { $people } осіб, ще не записано.
       *[other] Обрано: <b>{ $who }</b>. Це { $people } особи, ще не записано.
    }
event-party-line =
    { $left ->
        [0] Вільних місць зараз немає.
        [one] Залишилося лише { $left } місце.
        [few] Залишилося лише { $left } місця.
        [many] Залишилося лише { $left } місць.
       *[other] Залишилося лише { $left } місця.
    } У списку чекають разом: повідомлення прийде, коли буде місце для всіх.
event-party-who-else = Хто ще прийде?
event-party-who = Хто прийде?
event-party-member =
    { $who ->
        [me] я
        [child] { $many ->
                [one] дитина
                [few] { $many } дитини
                [many] { $many } дітей
               *[other] { $many } дитини
            }
        [parent] { $many ->
                [one] мама або тато
               *[other] батьки ({ $many })
            }
       *[other] { $many ->
                [one] ще хтось
                [few] ще { $many } особи
               *[many] ще { $many } осіб
            }
    }
event-button-more =
    { $who ->
        [me] ➕ Я
        [child] ➕ Дитина
        [parent] ➕ Мама, тато
       *[other] ➕ Хтось інший
    }
event-button-fewer =
    { $who ->
        [me] ➖ Без мене
        [child] ➖ Дитина
        [parent] ➖ Мама, тато
       *[other] ➖ Хтось інший
    }
event-button-book =
    { $people ->
        [one] ✅ Записати: { $people } особа
        [few] ✅ Записати: { $people } особи
        [many] ✅ Записати: { $people } осіб
       *[other] ✅ Записати: { $people } особи
    }
event-button-wait =
    { $people ->
        [one] ⏳ Стати у список
        [few] ⏳ Стати у список разом: { $people } особи
        [many] ⏳ Стати у список разом: { $people } осіб
       *[other] ⏳ Стати у список разом: { $people } особи
    }
event-button-leave-line = Вийти зі списку
event-button-nobody = Ми все ж не прийдемо
event-noted-seat = Записано, місце є. Хто ще прийде, можна обрати в приватній розмові з Okienko.
event-noted-no-seat = Записано: не буду. Дякуємо, місце може отримати хтось інший.
event-noted-full = Усі місця зайняті. У приватній розмові з Okienko можна стати у список очікування.
event-noted-in-line = Це вже записано у списку очікування. Коли звільниться місце, прийде повідомлення.
event-noted-overlap = На цей час уже є щось інше. У приватній розмові з Okienko можна записатися попри це.
event-party-done = ✅ <b>Записано.</b> До зустрічі!
event-party-done-reminded = ✅ <b>Записано.</b> Перед початком прийде нагадування.
event-party-waits = ⏳ <b>Записано у список.</b>
event-party-left-line = У списку цього запису вже немає.
event-party-wrong =
    { $most ->
        [one] Можна обрати від 1 до { $most } особи. Якщо прийде більше, допоможе дзвінок до Центру.
        [few] Можна обрати від 1 до { $most } осіб. Якщо прийде більше, допоможе дзвінок до Центру.
        [many] Можна обрати від 1 до { $most } осіб. Якщо прийде більше, допоможе дзвінок до Центру.
       *[other] Можна обрати від 1 до { $most } особи. Якщо прийде більше, допоможе дзвінок до Центру.
    }
event-ask-seats = Скільки є місць? Напишіть, будь ласка, число, наприклад 40. Коли всі будуть зайняті, почнеться список очікування.
event-button-no-limit = Без обмежень
event-button-caller = ☎️ Записати того, хто телефонує
event-button-seats = 👥 Кількість місць
event-seats-changed = Записано. Ніхто не втратив місця. Якщо хтось чекав, а місць стало більше, він саме отримує повідомлення.
event-seats-wrong = Тут потрібне одне число від 1 до { $most }, наприклад 40.
event-seats-fewer =
    { $taken ->
        [one] Зайняте вже { $taken } місце, тож менше бути не може: ми ні в кого не забираємо місця.
        [few] Зайнято вже { $taken } місця, тож менше бути не може: ми ні в кого не забираємо місця.
        [many] Зайнято вже { $taken } місць, тож менше бути не може: ми ні в кого не забираємо місця.
       *[other] Зайнято вже { $taken } місця, тож менше бути не може: ми ні в кого не забираємо місця.
    }
event-seats-stay = Це обмеження вже не можна зняти, бо є записані місця. Можна вказати більше число.
event-button-list = 🗓 Події
event-button-new = ➕ Нова подія
event-button-announce = 📣 Оголосити
event-button-other-time = 🗓 Інший час
event-button-other-place = 📍 Інше місце
event-button-cancel = ❌ Скасувати
event-button-weather = 🌧 Скасувати через погоду
event-button-other-reason = Скасувати з іншої причини
event-button-stays = Не скасовувати
event-button-yes = ✅ Так
event-button-leave = Припинити
event-button-no-picture = Без фото
event-cancel-why =
    Скасувати <b>{ $title }</b>?
    Хто обіцяв прийти, дізнається одразу. Цього не можна повернути.
event-cancelled-told = Скасовано. Хто записався, саме отримує повідомлення. Заплановане оголошення про цю подію вже не вийде.
event-changed-told = Змінено. Хто записався, за мить отримає одне повідомлення про зміну. Текст оголошення в групах можна виправити через /ogloszenia.
event-created = Готово. Мешканці дізнаються лише з оголошення.
event-form-left = Припинено, нічого не записано.
event-ask-title =
    <b>Нова подія</b>
    Як вона називається? Наприклад: Сусідський пікнік.

    /anuluj перериває будь-коли.
event-ask-title-plan =
    <b>Нова подія з плану</b>
    Так можна назвати? Іншу назву досить написати.
event-ask-place = Де? Наприклад: парк на вулиці Szkolna, вхід від дитячого майданчика.
event-ask-when = Коли? Наприклад: субота 16:00 або 5 грудня о 17.
event-ask-picture = Якщо є плакат або фото, надішліть, будь ласка, зараз.
event-button-whom = 📨 Далі: кому
event-button-other-words = ✏️ Інший текст
event-drafted =
    <b>Чернетка оголошення</b>
    { $words }

    Поки що цього ніхто не отримав.
event-said = { $said }
event-or-type-again = Якщо ні, напишіть, будь ласка, інакше.
event-once-only = Це схоже на те, що повторюється. Тут вкажіть, будь ласка, один день і годину.
event-title-wrong =
    { $most ->
        [one] Назва має мати від 1 до { $most } знака.
        [few] Назва має мати від 1 до { $most } знаків.
        [many] Назва має мати від 1 до { $most } знаків.
       *[other] Назва має мати від 1 до { $most } знака.
    }
event-place-wrong =
    { $most ->
        [one] Опис місця має мати від 1 до { $most } знака.
        [few] Опис місця має мати від 1 до { $most } знаків.
        [many] Опис місця має мати від 1 до { $most } знаків.
       *[other] Опис місця має мати від 1 до { $most } знака.
    }
event-refused = Це місце для тих, хто організовує події у своєму Центрі. Що відбувається поруч, показує /wydarzenia.
plan-button = 📋 План
plan-none = Для цього Центру ще немає плану дій.
plan-title =
    <b>{ $city }: план дій</b>
    Нічого не оголошується само. Кнопка веде до планування.
plan-line =
    { $period ->
        [week] { $name }: { $done } з { $times } цього тижня, { $left }.
        [month] { $name }: { $done } з { $times } цього місяця, { $left }.
        [quarter] { $name }: { $done } з { $times } цього кварталу, { $left }.
        [half-year] { $name }: { $done } з { $times } цього півріччя, { $left }.
        [unset] { $name }: { $done } у цьому кварталі, план не каже, скільки разів.
       *[year] { $name }: { $done } з { $times } цього року, { $left }.
    }
plan-line-missing = ◻️ { $line }
plan-line-done = ✅ { $line }
plan-weeks-left =
    { $weeks ->
        [one] залишився { $weeks } тиждень
        [few] залишилося { $weeks } тижні
        [many] залишилося { $weeks } тижнів
       *[other] залишилося { $weeks } тижня
    }
plan-days-left =
    { $days ->
        [one] залишився { $days } день
        [few] залишилося { $days } дні
        [many] залишилося { $days } днів
       *[other] залишилося { $days } дня
    }
plan-source = Джерело: { $title }. План чинний до { DATETIME($until, dateStyle: "long") }.
plan-source-old = Джерело: { $title }. Цей план закінчився { DATETIME($until, dateStyle: "long") }: перевірте, будь ласка, чи він ще чинний.
plan-button-item = ➕ { $name }
plan-button-rest = 📋 Справи без сталої кількості
plan-ask =
    { $line }
    Запланувати?
plan-button-event = 🗓 Запланувати подію
plan-button-announce = 📣 Написати оголошення
plan-button-noted = ✅ Уже відбулося, записати
plan-noted = Записано як виконане.
plan-noted-already = На сьогодні це вже записано як виконане.
plan-item-gone = Цього пункту вже немає в плані.
quarter-button = 📊 Звіт за квартал
quarter-which = За який квартал підготувати звіт?
quarter-name = { $number }-й квартал { $year }
quarter-unknown = Такого кварталу немає.
quarter-coming-now = Звіт зараз прийде файлом.
quarter-caption = Звіт: { $number }-й квартал { $year }. Кількість людей, менша за 5, прихована.
quarter-sheet-summary = Підсумок
quarter-sheet-announcements = Оголошення
quarter-sheet-events = Події
quarter-sheet-plan = План
quarter-what = Що
quarter-how-many = Скільки
quarter-announcements = Надіслані оголошення
quarter-delivered = Доставлені повідомлення
quarter-events = Події
quarter-events-cancelled = З них скасовано
quarter-coming = Обіцяли прийти
quarter-day = День
quarter-title = Назва
quarter-place = Місце
quarter-state = Стан
quarter-state-stands = без змін
quarter-state-weather = скасовано через погоду
quarter-state-cancelled = скасовано
quarter-reached = Доставлено
quarter-not-reached = Адресат недоступний
quarter-uncertain = Непевно
quarter-held-back = Не надіслано
quarter-community = Спільнота
quarter-plan-says = За планом
quarter-done = У цьому кварталі
quarter-often =
    { $period ->
        [week] { $times } × на тиждень
        [month] { $times } × на місяць
        [quarter] { $times } × на квартал
        [half-year] { $times } × на півріччя
        [unset] без визначеної кількості
       *[year] { $times } × на рік
    }
