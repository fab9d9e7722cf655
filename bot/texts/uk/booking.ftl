# Запис на зустріч: питання, кнопки, папірець, нагадування, зміни. У нагадуваннях ніколи немає справи чи особи.
booking-menu = 📅 Запис на зустріч
booking-button-mine = 🗒 Мої записи
booking-none = <b>Зараз тут немає вільного часу для запису.</b> Центр допоможе інакше:
booking-ask-service = <b>Запис на зустріч</b>
    Чого має стосуватися зустріч?
booking-service-gone = Там уже немає вільного часу. Ще є тут:
booking-ask-topic = <b>Яка це справа?</b>
    Це побачить лише той, хто консультує, і стіл запису в Центрі. У нагадуваннях цього не буде.
booking-topic-gone = З цієї справи вже немає вільного часу. Ще є тут:
booking-button-no-topic = Інша справа або не хочу казати
booking-topic-law = ⚖️ Право
booking-topic-debts = 💳 Борги
booking-topic-benefits = 📄 Виплати
booking-topic-family = 👪 Сім’я
booking-topic-psychology = 💬 Психолог
booking-topic-violence = 🛡 Насильство
booking-topic-addiction = 🌱 Залежності
booking-topic-mediation = 🤝 Медіація
booking-topic-letters = ✍️ Листи й заяви
booking-topic-organisations = 🏘 Організації
booking-topic-other = Інше
booking-ask-adviser = <b>До кого?</b>
booking-button-anyone = 🙋 У кого є час
booking-ask-day = <b>Який день?</b>
    Можна й написати, наприклад: <i>у четвер після обіду</i>.
booking-ask-day-move = <b>На коли перенести?</b>
    Теперішній час лишається, доки не буде нового. Можна й написати, наприклад: <i>у четвер після обіду</i>.
booking-button-earlier = ◀ Раніше
booking-button-later = Пізніше ▶
booking-ask-hour = <b>{ $day }</b>
    О котрій?
booking-button-whole-day = Увесь цей день
booking-button-all-days = 🗓 Усі дні
booking-not-then = О цій порі нічого вільного немає, але того дня є:
booking-these-suit = Тоді вільно:
booking-nothing-then = Тоді нічого вільного немає. Найближчий вільний час:
booking-day-full = Того дня вже нічого вільного немає. Найближчий вільний час:
booking-nearest = Найближчий вільний час:
booking-said = { $said }
booking-ask-whom = <b>{ $when }</b>
    Для кого ця зустріч? Прізвище не потрібне.
booking-for-self = Для мене
booking-for-child = Для дитини
booking-for-parent = Для мами чи тата
booking-for-other = Для когось іншого
booking-whom =
    { $relation ->
        [self] 👤 Для мене
        [child] { $number ->
                [1] 👤 Для дитини
               *[other] 👤 Для дитини (№ { $number })
            }
        [parent] { $number ->
                [1] 👤 Для мами чи тата
               *[other] 👤 Для мами чи тата (№ { $number })
            }
       *[other] { $number ->
                [1] 👤 Для когось іншого
               *[other] 👤 Для когось іншого (№ { $number })
            }
    }
booking-summary = <b>Усе правильно?</b>
booking-when = 🗓 { $when }
booking-long =
    { $minutes ->
        [one] ⏱ { $minutes } хвилина
        [few] ⏱ { $minutes } хвилини
        [many] ⏱ { $minutes } хвилин
       *[other] ⏱ { $minutes } хвилини
    }
booking-where = 📍 { $where }
booking-with = 🧑‍💼 { $name }
booking-topic = { $topic }
booking-bring = 🎒 Будь ласка, візьміть із собою: { $papers }
booking-code = 🔑 Код: <b>{ $code }</b>
booking-phone = ☎️ { $number }
booking-button-yes = ✅ Записати
booking-button-beside = Усе одно записати
booking-other-child = Це інша дитина
booking-other-parent = Це друга особа (мама й тато)
booking-other-other = Це ще хтось інший
booking-done = ✅ <b>Записано</b>
booking-slip = 📝 Будь ласка, запишіть на папірці:
booking-slip-when = <b>{ $when }</b>
booking-slip-line = { $text }
booking-slip-phone = тел. { $number }
booking-slip-code = код { $code }
booking-state-booked =
    { $kind ->
        [shift] <b>Чергування волонтерів</b>
       *[other] <b>Зустріч у Центрі</b>
    }
booking-state-confirmed =
    { $kind ->
        [shift] <b>Чергування волонтерів</b> · ✅ підтверджено
       *[other] <b>Зустріч у Центрі</b> · ✅ підтверджено
    }
booking-state-cancelled = ❌ <b>Цей запис скасовано</b>
booking-state-called-off = <b>Центр скасував цю зустріч</b>
booking-state-over = <b>Цей час уже минув</b>
booking-confirmed = ✅ <b>Дякуємо, підтверджено</b>
booking-cancelled =
    { $kind ->
        [talk] ❌ <b>Розмову скасовано</b>
            Дякуємо за звістку. Інший час може запропонувати особа, яка веде зустрічі.
        [meeting] ❌ <b>Скасовано цю одну зустріч</b>
            Дякуємо за звістку. Решта зустрічей без змін.
       *[other] ❌ <b>Скасовано</b>
            Дякуємо за звістку. Цим часом зможе скористатися хтось інший.
    }
booking-moved = ✅ <b>Перенесено</b>
booking-change-this = <b>Ідеться про цей запис?</b> Поки що нічого не змінено.
booking-change-which = <b>Про який запис ідеться?</b> Поки що нічого не змінено.
booking-none-then = На той день тут нічого не записано. У цій розмові записано:
booking-stranger = Нічого не скасовано й не змінено. Про записи, зроблені не в цій розмові, я не можу нічого сказати й не можу їх змінити. Якщо є код із папірця, напишіть його, будь ласка. Допоможе й дзвінок до Центру.
booking-code-unknown = Цей код не підходить. Будь ласка, гляньте на папірець і напишіть ще раз. Допоможе й дзвінок до Центру.
booking-cancel-sure = Скасувати зустріч <b>{ $when }</b>?
booking-move-sure = Перенести?
    Зараз: { $before }
    Новий час: <b>{ $after }</b>
booking-move-sure-again = Записати на новий час?
    Скасовано: { $before }
    Новий час: <b>{ $after }</b>
booking-button-confirm = ✅ Підтверджую
booking-button-move = 🔁 Перенести
booking-button-cancel = ❌ Скасувати
booking-button-calendar = 📅 У календар
booking-button-calendar-cancelled = 📅 Прибрати з календаря
booking-button-new = 📅 Новий запис
booking-button-cancel-sure = ❌ Так, скасувати
booking-button-move-rather = 🔁 Краще перенести
booking-button-keep = Залишити як є
booking-button-move-sure = ✅ Так
booking-button-other-times = 🗓 Інший час
booking-list = <b>Мої записи</b>
booking-list-none = У цій розмові зараз нічого не записано. Інші записи покаже код із папірця.
booking-line =
    { $relation ->
        [child] { $when } · дитина
        [parent] { $when } · мама чи тато
        [other] { $when } · інша особа
       *[self] { $when }
    }
booking-reminder =
    { $kind ->
        [shift] ⏰ <b>Нагадування: чергування волонтерів</b>
       *[other] ⏰ <b>Нагадування: зустріч у Центрі</b>
    }
booking-called-off =
    { $kind ->
        [shift] <b>Зміна від Центру.</b> Перепрошуємо, цього чергування не буде. Інші – у /pomagam:
       *[other] <b>Центр змінює час зустрічі.</b> Перепрошуємо, ця зустріч не відбудеться:
    }
booking-called-off-instead = Натомість, одним дотиком:
booking-called-off-none = Іншого вільного часу поки немає. Центр зателефонує або допоможе телефоном.
booking-freed =
    { $kind ->
        [shift] Хтось відмовився від чергування ({ $title }):
       *[other] Звільнився час:
    }
booking-calendar-title =
    { $kind ->
        [shift] Чергування волонтерів
       *[other] Зустріч у Центрі
    }
booking-calendar-note = Подробиці в розмові з Okienko.
booking-calendar-caption = Відкрийте цей файл, і зустріч буде в календарі.
booking-calendar-caption-cancelled = Відкрийте цей файл, і зустріч зникне з календаря.
command-zapisy = Запис на зустріч
command-moje = Мої записи
