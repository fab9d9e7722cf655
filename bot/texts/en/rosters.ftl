# The roster of duties: preview, publishing, mistakes in lines, absences, closing days, the notice board.
roster-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[other] December
    }
roster-weekday =
    { $weekday ->
        [0] Mon
        [1] Tue
        [2] Wed
        [3] Thu
        [4] Fri
        [5] Sat
       *[other] Sun
    }
roster-refused = The roster is kept by the centre's office. Free hours are on the card of the service.
roster-title = <b>{ $city }: duties, { $month }</b>
roster-empty = There are no duties in this month yet.
roster-line-day = <b>{ $day }</b>
roster-line-duty = { $duty }
roster-line-closed = 🚪 { $day }: closed ({ $reason })
roster-more-lines =
    { $count ->
        [one] … and { $count } more duty. The picture shows them all.
       *[other] … and { $count } more duties. The picture shows them all.
    }
roster-step = every { $step } min
roster-button-type = ✏️ Type duties
roster-button-picture = 🖼 Picture
roster-button-pdf = 📄 PDF to hang up
roster-button-sample = 📎 Sample file
roster-button-absence = 🤒 Absence
roster-button-closing = 🚪 Closing days
roster-button-look = 👀 Look at the change
roster-button-refresh = 🔄 Refresh
roster-button-publish = ✅ Publish
roster-button-add = ➕ Add: { $name }
roster-button-whole = 📆 This is the whole month, the rest goes
roster-button-beside = ➕ Only add, the rest stays
roster-button-month = 🗓 The month
roster-button-booking = My booking
roster-button-call-off = ❌ Call these duties off
roster-button-also = ➕ Also { $day }
roster-button-close = 🚪 Close
roster-button-open = Open after all: { $day }
roster-ask =
    <b>{ $month }: new duties</b>
    One duty is one line. Several lines at once are fine:

    <code>Mondays 9–13 lawyer, room 12, every 30 min</code>
    <code>every first Tuesday 10–12 mediator</code>
    <code>3, 10 and 17 December 9–12 psychologist, break 10 min</code>
    <code>Fridays 9–12 lawyer except 18 December</code>

    A file works too, .xlsx or .csv (sample: /wzor_grafiku). Nothing changes before it is published. /anuluj stops.
roster-left = Stopped. The roster is as it was.
roster-preview = <b>What would change: { $month }</b>
roster-no-change = Nothing changes: this is what is published.
roster-line-added = ➕ { $duty }
roster-line-gone = ➖ { $duty }
roster-line-moved = 🚪 { $duty } → { $room }
roster-same =
    { $count ->
        [one] Unchanged: { $count } duty.
       *[other] Unchanged: { $count } duties.
    }
roster-affected =
    { $count ->
        [0] No booking is affected.
        [one] { $count } booking is affected.
       *[other] { $count } bookings are affected.
    }
roster-affected-calls =
    { $count ->
        [one] { $count } person without a messenger: has to be phoned.
       *[other] { $count } people without a messenger: have to be phoned.
    }
roster-affected-room =
    { $count ->
        [one] Of these { $count } booking stays, only the room changes.
       *[other] Of these { $count } bookings stay, only the room changes.
    }
roster-will-be-told = The others get one message each with the nearest free hours.
roster-skipped = Days off left out: { $days }.
roster-doubtful = Please check, these are public holidays: { $days }.
roster-which-service = Of which service are these?
roster-stranger = Nobody here is called <b>{ $name }</b> yet. If that is a slip, please type it again. If not, they can be added.
roster-problems =
    { $count ->
        [one] One thing to put right. Nothing was changed.
       *[other] { $count } things to put right. Nothing was changed.
    }
roster-problem = <b>Line { $line }:</b> { $sentence }
roster-published-already = This roster is published already.
roster-changed-meanwhile = Something has changed here meanwhile. Please open the preview again: it shows how things are now.
roster-not-ready = This cannot be published yet. The preview says what is missing.
roster-published =
    { $count ->
        [0] ✅ Published. There are no new hours.
        [one] ✅ Published. { $count } new hour can be booked.
       *[other] ✅ Published. { $count } new hours can be booked.
    }
roster-told-people =
    { $told ->
        [0] Nobody gets a message.
        [one] { $told } person gets a message.
       *[other] { $told } people get a message.
    }
roster-told-calls =
    { $count ->
        [one] ☎️ { $count } person has to be phoned and is on the list of calls.
       *[other] ☎️ { $count } people have to be phoned and are on the list of calls.
    }
roster-told-room =
    Another place for the meeting
    🗓 { $when }
    📍 <b>{ $room }</b>
    Day and hour stay.
roster-told-absence = ❌ { $who }: duty called off ({ $days }).
roster-told-closed = 🚪 The centre is closed, duties called off: { $days }.
roster-absence-who = Whose duties have to be called off?
roster-absence-nobody = Nobody gives duties here yet.
roster-absence-days = <b>{ $who }</b>: on which day? More days can be added afterwards.
roster-absence-no-days = <b>{ $who }</b>: there are no duties at the moment.
roster-absence-preview = Call duties off: <b>{ $who }</b>, { $days }?
roster-absence-done = ❌ Called off.
roster-nothing-there = There is nothing left to call off on these days.
roster-closing-list = <b>Days on which the centre is closed</b> (beside weekends and public holidays)
roster-closing-none = No closing days are written down. To add one: /zamkniete 24 December Christmas Eve
roster-closing-which = Which day? For example: /zamkniete 24 December Christmas Eve. The day typed here is not in the calendar, or there is none.
roster-closing-past = That day is over, or there are too many days.
roster-closing-ask = Close: <b>{ $days }</b>?
roster-closing-preview = Duties that would be called off: { $days }.
roster-closing-done = 🚪 Written down. Recurring duties will leave that day out.
roster-closing-opened = That day is open again. Duties that were called off do not come back by themselves: type them in /grafik.
roster-paper-coming = The file will be here in a moment.
roster-paper-title = Duties: { $month }
roster-paper-phone = Booking: { $phone }
roster-paper-foot = as of { $day }
roster-paper-closed = closed
roster-paper-more = and { $n } more
roster-sample-caption = One row is one duty. After changing it, just send the file back here: a preview comes first.
roster-file-kind = A roster can be sent as an .xlsx or .csv file. Sample: /wzor_grafiku
roster-file-coming = 📎 Reading the file. The preview will be here in a moment.
roster-file-waits = This file is still being read. The preview will be here in a moment.
roster-file-read =
    { $count ->
        [one] The file was read: { $count } duty. Nothing has changed yet.
       *[other] The file was read: { $count } duties. Nothing has changed yet.
    }
roster-file-wrong =
    { $count ->
        [one] There is one thing to put right in the file.
       *[other] There are { $count } things to put right in the file.
    }
roster-file-size = The file is too big: { $megabytes } MB at most.
roster-file-format = This file cannot be read. Please save it as .xlsx or .csv. Sample: /wzor_grafiku
roster-file-rows = The file has too many rows: { $rows } at most.
roster-file-columns = Columns are missing in the file: { $lacking }. The sample has their names: /wzor_grafiku
roster-file-months = There are days of different months in the file. One file is one month.
roster-file-fetch = The file could not be fetched. Please send it again.
roster-wrong-nothing = there is no duty here that is still to come.
roster-wrong-past-month = { $month } { $year } is over. A roster is for this month or a later one.
roster-wrong-too-many = too many duties in one month: { $most } at most.
roster-wrong-lines = too many lines at once: { $most } at most. A bigger roster is easier to send as a file.
roster-wrong-provider =
    { $other ->
        [0] { $who } has something else then: { $day }, { $hours } and { $others }.
       *[other] { $who } has two duties at the same time: { $day }, { $hours } and { $others } (line { $other }).
    }
roster-wrong-room =
    { $other ->
        [0] { $who }: the place is taken then, { $day }, { $hours } and { $others }.
       *[other] { $who }: two duties at the same time in one place, { $day }, { $hours } and { $others } (line { $other }).
    }
roster-wrong-name = names of people and rooms have 1 to { $most } characters.
roster-wrong-month = { $day } is in another month. One roster is one month.
roster-wrong-past = { $day } is over.
roster-wrong-closed = on { $day } the centre is closed. The list of days: /zamkniete
roster-wrong-never = on { $day } the clocks go forward and there is no { $hour }. Please give another hour.
roster-wrong-twice = on { $day } the clocks go back and { $hour } comes twice. Please give hours outside 2:00–3:00.
roster-wrong-span = the hours { $hours } cannot be: the end comes after the beginning, a duty lasts 14 hours at most.
roster-wrong-step = one booking may last { $low } to { $high } minutes.
roster-wrong-short = not one booking of { $step } min fits into { $hours }.
roster-wrong-no-day = { $date } is not in the calendar (“{ $said }”).
roster-wrong-hours = there are no hours from–to, like 9–13 (“{ $said }”).
roster-wrong-days = there is no day, like “Mondays” or “3 December” (“{ $said }”).
roster-wrong-who = it does not say who, like “lawyer” (“{ $said }”).
roster-wrong-fortnight = “every other” may mean different weeks. Please type the dates (“{ $said }”).
roster-wrong-date = “{ $said }” is not a date like 2026-12-03 or 3.12.2026.
roster-wrong-hour = “{ $said }” is not an hour like 9:00.
roster-wrong-minutes = “{ $said }” is not a number of minutes.
roster-wrong-service = there is no service “{ $said }” here. Its code is on its card, like “pio”.
roster-wrong-formula = there is a formula here. Please type the content itself.
