card-title = <b>{ $name }</b>
card-what = { $text }
card-for-whom = 👤 <b>Для кого:</b> { $text }
card-cost = 💰 <b>Скільки коштує:</b> { $text }
card-how = 📝 <b>Як звернутися:</b> { $text }
card-documents = 📄 <b>Документи:</b> { $text }
card-capacity = 👥 <b>Скільки людей:</b> { $text }
card-phone = 📞 <b>Телефон:</b> { $number }{ $note }
card-hours = 🕘 <b>Години:</b> { $days } { $opens }–{ $closes }{ $note }
card-where = 📍 <b>Де:</b> { $text }
card-access = ♿ <b>Доступність:</b> { $text }
card-email = ✉️ <b>E-mail:</b> { $text }
card-url = 🔗 <b>Сторінка:</b> { $text }
card-more = ➕ { $text }
card-alert = ⚠️ { $text }
card-until = У документі: до { DATETIME($date, dateStyle: "long") }
card-source = <i>Джерело: { $source }. Станом на { DATETIME($date, dateStyle: "long") }</i>
card-gone = Цього вже немає в пропозиції або воно має іншу назву. Почніть спочатку або запитайте людину.
card-button-exemptions = 💰 Хто не платить?
status-active = ✅ Працює.
status-intake-closed = ⚠️ Запис закрито.
status-planned = ⚠️ Це план. Невідомо, чи вже працює. Найкраще запитати в Центрі.
status-ended = ⚠️ Це вже закінчилося. Можна запитати в Центрі, чи буде знову.
status-unconfirmed = ⚠️ Центр не підтвердив, що це ще працює. Найкраще запитати.
fee-title = 💰 <b>{ $name }</b>
fee-sentence = { $text }
fee-free = <b>Не платять:</b>
fee-row = • { $text }
fee-who-decides = Про звільнення від оплати вирішує Центр. Тут не треба писати, кого це стосується.
day-mo = пн
day-tu = вт
day-we = ср
day-th = чт
day-fr = пт
day-sa = сб
day-su = нд
card-open = 🟢 <b>Зараз відчинено</b>, до { $until }
card-open-always = 🟢 <b>Зараз відчинено</b>, цілодобово
card-closed =
    { $when ->
        [today] 🔴 <b>Зараз зачинено</b>, відчинено сьогодні з { $opens }
        [tomorrow] 🔴 <b>Зараз зачинено</b>, відчинено завтра з { $opens }
        [mo] 🔴 <b>Зараз зачинено</b>, відчинено в понеділок з { $opens }
        [tu] 🔴 <b>Зараз зачинено</b>, відчинено у вівторок з { $opens }
        [we] 🔴 <b>Зараз зачинено</b>, відчинено в середу з { $opens }
        [th] 🔴 <b>Зараз зачинено</b>, відчинено в четвер з { $opens }
        [fr] 🔴 <b>Зараз зачинено</b>, відчинено в п’ятницю з { $opens }
        [sa] 🔴 <b>Зараз зачинено</b>, відчинено в суботу з { $opens }
        [su] 🔴 <b>Зараз зачинено</b>, відчинено в неділю з { $opens }
       *[later] 🔴 <b>Зараз зачинено</b>, відчинено { DATETIME($day, dateStyle: "long") } з { $opens }
    }
card-until-past = У документі: до { DATETIME($date, dateStyle: "long") } Цей день уже минув.
card-age =
    { $years ->
        [one] <i>Цій інформації понад { $years } рік.</i>
        [few] <i>Цій інформації понад { $years } роки.</i>
       *[many] <i>Цій інформації понад { $years } років.</i>
    }
card-button-call = 📞 Подзвонити
card-button-map = 📍 На карті
card-button-share = 📤 Надіслати рідним
card-button-copy = 📋 Скопіювати текст
card-button-send = 📤 Надіслати
share-ready = <b>Для доньки, сина чи сусідки</b> – готове повідомлення, яке можна надіслати:
share-text = { $name } ({ $city }). { $what }
share-phone = Телефон: { $number }.
share-ask = Запитати можна в Центрі соціальних послуг.
share-quote = <blockquote>{ $text }</blockquote>
card-as-of = <i>Станом на { DATETIME($date, dateStyle: "long") }</i>
card-hours-later = 🕘 <b>Години з { DATETIME($date, dateStyle: "long") }:</b> { $days } { $opens }–{ $closes }{ $note }
fee-until = ⚠️ У програмі до { DATETIME($date, dateStyle: "long") } Правила після цього дня не підтверджені.
fees-others = Усі послуги в програмі коштують однаково. Про послугу поза програмою запитайте, написавши її назву.
fees-which = 💰 <b>{ $city }</b>
    Це залежить від послуги. Яка потрібна? Напишіть її назву або виберіть тему:
share-status-active = Станом на { DATETIME($date, dateStyle: "long") }
share-status-intake-closed = Запис закрито.
share-status-planned = Це план; невідомо, чи вже працює.
share-status-ended = Це вже закінчилося.
share-status-unconfirmed = Невідомо напевно, чи це ще працює.
