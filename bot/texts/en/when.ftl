# A time that someone typed: said back, doubted, or not understood. A weekday is 0 for Monday; a year comes with its space or is empty.
when-weekday =
    { $weekday ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[other] Sunday
    }
when-on-weekday =
    { $weekday ->
        [0] on Monday
        [1] on Tuesday
        [2] on Wednesday
        [3] on Thursday
        [4] on Friday
        [5] on Saturday
       *[other] on Sunday
    }
when-date =
    { $month ->
        [1] { $day } January{ $year }
        [2] { $day } February{ $year }
        [3] { $day } March{ $year }
        [4] { $day } April{ $year }
        [5] { $day } May{ $year }
        [6] { $day } June{ $year }
        [7] { $day } July{ $year }
        [8] { $day } August{ $year }
        [9] { $day } September{ $year }
        [10] { $day } October{ $year }
        [11] { $day } November{ $year }
       *[other] { $day } December{ $year }
    }
when-day = { $weekday } { $date }
when-moment = { $day }, { $hour }
when-plain = { $line }.
when-doubt = { $line } – { $doubts }.
when-right = Is that right?
when-sure = Are you sure?
when-free-day = { $name }, a public holiday
when-closed = the Centre is closed then
when-quiet = quiet hours ({ $begins }–{ $ends })
when-repeated = { $often } at { $hour }, { $until }; the first time: { $day }
when-until = the last day is { $day }
when-endless = with no end date
when-days-off-skip = not on days off
when-days-off-next-working-day = from a day off to the next working day
when-every-day = Every day
when-every-workday = Monday to Friday
when-every-weeks =
    { $step ->
        [1] Every week { $weekdays }
        [one] Every { $step } week { $weekdays }
       *[other] Every { $step } weeks { $weekdays }
    }
when-every-months =
    { $step ->
        [1] Every month
        [3] Every quarter
        [6] Every half year
        [12] Every year
        [one] Every { $step } month
       *[other] Every { $step } months
    }
when-nth =
    { $nth ->
        [1] { $weekday ->
                [0] first Monday
                [1] first Tuesday
                [2] first Wednesday
                [3] first Thursday
                [4] first Friday
                [5] first Saturday
               *[other] first Sunday
            }
        [2] { $weekday ->
                [0] second Monday
                [1] second Tuesday
                [2] second Wednesday
                [3] second Thursday
                [4] second Friday
                [5] second Saturday
               *[other] second Sunday
            }
        [3] { $weekday ->
                [0] third Monday
                [1] third Tuesday
                [2] third Wednesday
                [3] third Thursday
                [4] third Friday
                [5] third Saturday
               *[other] third Sunday
            }
        [4] { $weekday ->
                [0] fourth Monday
                [1] fourth Tuesday
                [2] fourth Wednesday
                [3] fourth Thursday
                [4] fourth Friday
                [5] fourth Saturday
               *[other] fourth Sunday
            }
        [5] { $weekday ->
                [0] fifth Monday
                [1] fifth Tuesday
                [2] fifth Wednesday
                [3] fifth Thursday
                [4] fifth Friday
                [5] fifth Saturday
               *[other] fifth Sunday
            }
       *[other] { $weekday ->
                [0] last Monday
                [1] last Tuesday
                [2] last Wednesday
                [3] last Thursday
                [4] last Friday
                [5] last Saturday
               *[other] last Sunday
            }
    }
when-every-nth = { $every } on the { $which } of the month
when-every-last-day = { $every } on the last day of the month
when-every-day-of-month = { $every } on day { $day } of the month

when-guessed-afternoon = We took the afternoon, as nothing is announced at dawn.
when-guessed-evening = That hour has passed this morning, so we took the evening.
when-guessed-hour = There was no hour, so we took { $hour }.
when-guessed-part = There was no exact hour, so we took { $hour }.
when-guessed-today = That is still today.
when-guessed-tomorrow = That hour has passed today, so we took tomorrow.
when-guessed-week-later = That hour has passed today, so we took the day a week from now.
when-guessed-next-week = “Next” is the one in next week.
when-guessed-next-year = That day has passed this year, so we took next year.
when-guessed-monthly = We took it as every month.
when-guessed-fortnight = We took it as every two weeks.
when-guessed-first = There was no day, so we took the first one possible.
when-guessed-month-end = The last month counts to its end.
when-guessed-short-months = In shorter months it will be the last day.
when-guessed-doubled = The clocks go back that night and this hour comes twice: we took the first.

when-unclear = It is not clear when this should be. Please write, for example: “tomorrow at 17”, “5 December at 9:00” or “every Wednesday at 10 until 30 June”.
when-unknown-words = Not understood: “{ $words }”. Please write just the time, for example “tomorrow at 17”.
when-day-missing = On which day? Please add it, for example “Saturday at 11” or “5 December at 9”.
when-hour-missing = At what time? Please add it, for example “today at 17”.
when-two-days = There are two different days here. Please give one, or, if it repeats, for example: “every Tuesday and Thursday at 17”.
when-two-hours = There are two hours here. Please give one: the hour when it begins.
when-contradiction = The hour and the part of the day do not go together. Please write, for example, “tomorrow at 17:00”.
when-midnight = Midnight can be taken in two ways. Please write the day and 0:00 or 23:59.
when-no-such-hour = There is no hour { $hour }. Please give an hour from 0:00 to 23:59.
when-no-such-day = There is no such day in the calendar: { $day }. Please give another one.
when-no-such-weekday = That month has no fifth such day. Please give the date.
when-wrong-weekday = The weekday does not fit: that is { $date }, but the message says { $weekday }. Which day is right?
when-past = That time has passed: { $at }. Please give one to come.
when-past-day = That day has passed. Please give one to come.
when-too-far = That is very far ahead: { $at }. Please give a time within two years.
when-until-alone = The end is clear, but not how often. Please write, for example, “every Wednesday at 17 until 30 June”.
when-until-before = The end ({ $date }) comes before the first time ({ $first }). Please give a later one.
when-skipped-hour = There will be no { $hour } that night, as the clocks go forward. The next possible time: { $at }.

when-holiday-new-year = New Year’s Day
when-holiday-epiphany = Epiphany
when-holiday-easter = Easter Sunday
when-holiday-easter-monday = Easter Monday
when-holiday-first-of-may = Labour Day
when-holiday-third-of-may = Constitution Day
when-holiday-pentecost = Pentecost
when-holiday-corpus-christi = Corpus Christi
when-holiday-assumption = Assumption Day
when-holiday-all-saints = All Saints’ Day
when-holiday-independence = Polish Independence Day
when-holiday-christmas-eve = Christmas Eve
when-holiday-christmas = Christmas Day
when-holiday-christmas-second = the second day of Christmas
