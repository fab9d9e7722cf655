# A time that someone typed: said back, doubted, or not understood. A weekday is 0 for Monday; a year comes with its space or is empty.
when-weekday =
    { $weekday ->
        [0] понеділок
        [1] вівторок
        [2] середа
        [3] четвер
        [4] п’ятниця
        [5] субота
       *[other] неділя
    }
when-on-weekday =
    { $weekday ->
        [0] у понеділок
        [1] у вівторок
        [2] у середу
        [3] у четвер
        [4] у п’ятницю
        [5] у суботу
       *[other] у неділю
    }
when-date =
    { $month ->
        [1] { $day } січня{ $year }
        [2] { $day } лютого{ $year }
        [3] { $day } березня{ $year }
        [4] { $day } квітня{ $year }
        [5] { $day } травня{ $year }
        [6] { $day } червня{ $year }
        [7] { $day } липня{ $year }
        [8] { $day } серпня{ $year }
        [9] { $day } вересня{ $year }
        [10] { $day } жовтня{ $year }
        [11] { $day } листопада{ $year }
       *[other] { $day } грудня{ $year }
    }
when-day = { $weekday } { $date }
when-moment = { $day }, { $hour }
when-plain = { $line }.
when-doubt = { $line } – { $doubts }.
when-right = Правильно?
when-sure = Точно?
when-free-day = { $name }, вихідний день
when-closed = Центр тоді зачинений
when-quiet = час тиші ({ $begins }–{ $ends })
when-repeated = { $often } о { $hour }, { $until }; перший раз: { $day }
when-until = останній день – { $day }
when-endless = без дати закінчення
when-days-off-skip = у вихідні – ні
when-days-off-next-working-day = з вихідного – на наступний робочий день
when-every-day = Щодня
when-every-workday = Від понеділка до п’ятниці
when-every-weeks =
    { $step ->
        [1] Щотижня { $weekdays }
        [one] Раз на { $step } тиждень { $weekdays }
        [few] Раз на { $step } тижні { $weekdays }
        [many] Раз на { $step } тижнів { $weekdays }
       *[other] Раз на { $step } тижня { $weekdays }
    }
when-every-months =
    { $step ->
        [1] Щомісяця
        [3] Щокварталу
        [6] Раз на пів року
        [12] Щороку
        [one] Раз на { $step } місяць
        [few] Раз на { $step } місяці
        [many] Раз на { $step } місяців
       *[other] Раз на { $step } місяця
    }
when-nth =
    { $nth ->
        [1] { $weekday ->
                [0] перший понеділок
                [1] перший вівторок
                [2] першу середу
                [3] перший четвер
                [4] першу п’ятницю
                [5] першу суботу
               *[other] першу неділю
            }
        [2] { $weekday ->
                [0] другий понеділок
                [1] другий вівторок
                [2] другу середу
                [3] другий четвер
                [4] другу п’ятницю
                [5] другу суботу
               *[other] другу неділю
            }
        [3] { $weekday ->
                [0] третій понеділок
                [1] третій вівторок
                [2] третю середу
                [3] третій четвер
                [4] третю п’ятницю
                [5] третю суботу
               *[other] третю неділю
            }
        [4] { $weekday ->
                [0] четвертий понеділок
                [1] четвертий вівторок
                [2] четверту середу
                [3] четвертий четвер
                [4] четверту п’ятницю
                [5] четверту суботу
               *[other] четверту неділю
            }
        [5] { $weekday ->
                [0] п’ятий понеділок
                [1] п’ятий вівторок
                [2] п’яту середу
                [3] п’ятий четвер
                [4] п’яту п’ятницю
                [5] п’яту суботу
               *[other] п’яту неділю
            }
       *[other] { $weekday ->
                [0] останній понеділок
                [1] останній вівторок
                [2] останню середу
                [3] останній четвер
                [4] останню п’ятницю
                [5] останню суботу
               *[other] останню неділю
            }
    }
when-every-nth = { $every } у { $which } місяця
when-every-last-day = { $every } в останній день місяця
when-every-day-of-month = { $every }, { $day }-го числа

when-guessed-afternoon = Узято годину після обіду, бо вдосвіта нічого не оголошують.
when-guessed-evening = Ця година зранку вже минула, тож ідеться про вечір.
when-guessed-hour = Години не було, тож узято { $hour }.
when-guessed-part = Точної години не було, тож узято { $hour }.
when-guessed-today = Це ще сьогодні.
when-guessed-tomorrow = Сьогодні ця година вже минула, тож завтра.
when-guessed-week-later = Сьогодні ця година вже минула, тож за тиждень.
when-guessed-next-week = «Наступний» – це той, що наступного тижня.
when-guessed-next-year = Цього року цей день уже минув, тож це наступний рік.
when-guessed-monthly = Узято, що щомісяця.
when-guessed-fortnight = Узято, що раз на два тижні.
when-guessed-first = Дня не було, тож узято найближчий можливий.
when-guessed-month-end = Останній місяць рахується до кінця.
when-guessed-short-months = У коротших місяцях це буде останній день.
when-guessed-doubled = Цієї ночі годинник переводять назад і ця година буває двічі: узято першу.

when-unclear = Не зрозуміло, коли це має бути. Напишіть, будь ласка, наприклад: «завтра о 17», «5 грудня о 9:00» або «щосереди о 10 до 30 червня».
when-unknown-words = Незрозуміло: «{ $words }». Напишіть, будь ласка, лише час, наприклад «завтра о 17».
when-day-missing = Якого дня? Допишіть, будь ласка, день, наприклад «у суботу об 11» або «5 грудня о 9».
when-hour-missing = О котрій годині? Допишіть, будь ласка, наприклад «сьогодні о 17».
when-two-days = Тут два різні дні. Вкажіть, будь ласка, один, а якщо має повторюватися, то, наприклад: «щовівторка і щочетверга о 17».
when-two-hours = Тут дві години. Вкажіть, будь ласка, одну: ту, о якій починається.
when-contradiction = Година і пора дня не збігаються. Напишіть, будь ласка, наприклад «завтра о 17:00».
when-midnight = Північ розуміють по-різному. Напишіть, будь ласка, день і годину 0:00 або 23:59.
when-no-such-hour = Години { $hour } немає. Вкажіть, будь ласка, годину від 0:00 до 23:59.
when-no-such-day = Такого дня немає в календарі: { $day }. Вкажіть, будь ласка, інший.
when-no-such-weekday = У цьому місяці немає такого дня вп’яте. Вкажіть, будь ласка, дату.
when-wrong-weekday = День тижня не збігається: це { $date }, а написано: { $weekday }. Який день правильний?
when-past = Цей час уже минув: { $at }. Вкажіть, будь ласка, майбутній.
when-past-day = Цей день уже минув. Вкажіть, будь ласка, майбутній.
when-too-far = Це дуже нескоро: { $at }. Вкажіть, будь ласка, час не далі ніж за два роки.
when-until-alone = Зрозуміло, до якого дня, але не зрозуміло, як часто. Напишіть, будь ласка, наприклад «щосереди о 17 до 30 червня».
when-until-before = Кінець ({ $date }) припадає раніше, ніж перший раз ({ $first }). Вкажіть, будь ласка, пізніший.
when-skipped-hour = Години { $hour } тієї ночі не буде, бо годинники переводять уперед. Найближча можлива: { $at }.

when-holiday-new-year = Новий рік
when-holiday-epiphany = Свято трьох королів
when-holiday-easter = Великдень
when-holiday-easter-monday = Великодній понеділок
when-holiday-first-of-may = Свято праці
when-holiday-third-of-may = День Конституції 3 травня
when-holiday-pentecost = Зелені свята
when-holiday-corpus-christi = Свято Божого Тіла
when-holiday-assumption = Внебовзяття Пресвятої Діви Марії
when-holiday-all-saints = День усіх святих
when-holiday-independence = День незалежності Польщі
when-holiday-christmas-eve = Святвечір
when-holiday-christmas = Різдво
when-holiday-christmas-second = другий день Різдва
