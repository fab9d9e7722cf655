# Rooms and desks: reserving, requests, organisations, the plan; hours and answers for their keepers.
own-part-halls = 🏛 rooms, organisation and private calendar: { $count }
halls-button-reserve = 🏛 Reserve
halls-which = <b>Rooms and desks</b>
    What would you like to reserve?
halls-none = There are no rooms or desks to reserve here now. The centre helps by phone.
halls-left = All right, nothing was kept.
halls-title = <b>{ $name }</b>
halls-where = 📍 { $where }
halls-when = 🗓 { $when }
halls-hours = 🕘 { $hours }
halls-desks =
    { $count ->
        [one] 🪑 { $count } desk
       *[other] 🪑 { $count } desks
    }
halls-who =
    { $who ->
        [organisations] 👥 For organisations and groups that the centre knows
       *[everybody] 👥 For everybody
    }
halls-needs-yes = ✋ The centre has to agree
halls-buffer =
    { $minutes ->
        [0] 🧹 No break between reservations
       *[other] 🧹 Break after each reservation: { $minutes } min
    }
halls-ask-first = This one is for organisations and groups that the centre knows. Tell us once which one it is.
halls-wait-for-answer = The centre has not answered about the organisation yet. The answer will come here.
halls-button-speak = 🤝 We are an organisation
halls-ask-organisation = <b>What is the organisation or group called?</b>
    Only the centre will see it.
halls-organisation-sent = ✅ Sent: <b>{ $name }</b>
    The centre will answer here.
halls-weekday =
    { $weekday ->
        [0] Mon
        [1] Tue
        [2] Wed
        [3] Thu
        [4] Fri
        [5] Sat
       *[other] Sun
    }
halls-ask-day = <b>Which day?</b>
    You can also type it, like: <i>Thursday { $hours }</i>.
halls-ask-day-move = <b>Change to when?</b>
    The present time stays until there is a new one. You can also type it, like: <i>Thursday { $hours }</i>.
halls-ask-series = Every week: type for example <i>every Tuesday 17–19 choir practice until June</i>.
halls-nothing-soon = Nothing is free in the next weeks. You can type a later day, like: <i>12 January 17–19</i>.
halls-day = { $day }
halls-ask-from = <b>{ $day }</b>
    From when?
halls-ask-to = <b>{ $when }</b>
    Until when?
halls-ask-block = <b>{ $day }</b>
    Which part of the day?
halls-day-full = <b>{ $day }</b>
    Nothing is free any more on that day.
halls-button-block =
    { $left ->
        [one] { $hours } · { $left } free
       *[other] { $hours } · { $left } free
    }
halls-button-day = 🗓 Another hour
halls-ask-purpose = <b>What for?</b>
    { $name }, { $when }
    A few words, like: <i>meeting of the circle</i>. Only the centre will see them.
halls-ask-purpose-series = <b>What for?</b>
    { $name }
    A few words, like: <i>choir practice</i>. Only the centre will see them.
halls-summary = <b>Is everything right?</b>
halls-summary-move = <b>Change to this time?</b>
halls-summary-asks = The time is held until the centre answers. The answer will come here.
halls-purpose-said = ✍️ { $purpose }
halls-button-ask = ✅ Send the request
halls-button-take = ✅ Reserve
halls-held = ✅ <b>Noted</b>
halls-changed = ✅ <b>Changed</b>
halls-state =
    { $state ->
        [asked] <b>⏳ Waiting for the centre's yes</b>
        [yes] <b>✅ Reserved</b>
        [no] <b>❌ The centre cannot give this time</b>
        [late] <b>❌ The centre did not answer in time</b> The time is free again.
        [given-back] <b>❌ Given back</b>
       *[over] <b>This time is over</b>
    }
halls-asked-until = Answer by: { $until }
halls-whose = 👤 { $who }
halls-somebody = private person
halls-why-said = 💬 { $why }
halls-button-change = 🔁 Change
halls-button-give-back = ❌ Give back
halls-button-give-back-sure = ❌ Yes, give it back
halls-give-back-sure = Give back <b>{ $when }</b>?
halls-button-series = 🔁 The whole series
halls-button-yes = ✅ Yes
halls-button-no = ❌ No
halls-button-off = ❌ Call off
halls-button-without-why = Without a reason
halls-ask-why =
    { $what ->
        [off] <b>Why is it called off?</b>
       *[no] <b>Why not?</b>
    }
    One sentence. Who asked will read it.
halls-told = ✅ The answer is on its way.
halls-already = Somebody answered before, or the time was given back. This is how it stands:
halls-asked = 🏛 <b>Somebody asks for a room</b>
halls-series-asked = 🏛 <b>Somebody asks for a room every week</b>
halls-wish-asked = 🏛 <b>A new wish for next year's plan</b>
halls-late = 🏛 <b>Nobody answered this request in time.</b> The time is free again.
halls-organisation-asked = 🤝 <b>A new organisation wants to reserve rooms</b>
halls-answered =
    { $state ->
        [yes] ✅ <b>The centre agrees</b>
        [no] ❌ <b>The centre cannot give this time</b>
       *[late] ❌ <b>The centre did not answer in time, sorry.</b> The time is free again. You can ask once more or phone.
    }
halls-organisation-answered =
    { $state ->
        [yes] ✅ <b>{ $name }</b>: the centre knows this organisation now. You can reserve.
       *[no] <b>{ $name }</b>: the centre cannot confirm this organisation yet. A talk in the centre will help.
    }
halls-button-look = 👀 Look
halls-button-halls = 🏛 Rooms
halls-series-when = 🔁 { $days }, { $hours }
halls-series-span = 🗓 { $since } – { $until }
halls-series-state =
    { $state ->
        [draft] <b>Every week: this is what it looks like</b>
        [wish] <b>⏳ A wish for the plan of { $year }</b>
        [asked] <b>⏳ Waiting for the centre's yes</b>
        [yes] <b>✅ Reserved every week</b>
        [no] <b>❌ The centre cannot give it</b>
        [late] <b>❌ The centre did not answer in time</b>
       *[ended] <b>❌ Given back</b>
    }
halls-preview =
    { $count ->
        [0] Not one day is free.
        [one] { $count } day is free.
       *[other] { $count } days are free.
    }
halls-preview-days = ✅ { $days }
halls-preview-skipped = ▫️ Left out: { $days }
halls-preview-taken =
    { $count ->
        [one] ⚠️ Taken already: { $days }. Reserve without this day?
       *[other] ⚠️ Taken already: { $days }. Reserve without these days?
    }
halls-skipped =
    { $why ->
        [closed] centre closed
        [clock] clocks change
       *[hours] outside the hours
    }
halls-button-ask-days =
    { $count ->
        [one] ✅ Ask for { $count } day
       *[other] ✅ Ask for { $count } days
    }
halls-button-take-days =
    { $count ->
        [one] ✅ Reserve { $count } day
       *[other] ✅ Reserve { $count } days
    }
halls-series-held =
    { $count ->
        [one] ✅ <b>{ $count } day noted</b>
       *[other] ✅ <b>{ $count } days noted</b>
    }
halls-button-series-end = ❌ Give all of it back
halls-button-series-end-sure = ❌ Yes, give all of it back
halls-series-end-sure = Give back all days that are still to come?
halls-series-freed =
    { $count ->
        [one] { $count } day given back.
       *[other] { $count } days given back.
    }
halls-button-plan = 📆 Next year's plan
halls-plan = <b>Rooms: plan for { $year }</b>
halls-plan-own = This organisation's wishes. The centre decides.
halls-plan-empty = Here you can say now when a room will be needed next year. The centre decides.
halls-plan-nobody = Nobody has wished anything yet.
halls-plan-room = <b>{ $name }</b>
halls-plan-line =
    { $state ->
        [yes] ✅ { $when } · { $who } · { $purpose }
       *[wish] ⏳ { $when } · { $who } · { $purpose }
    }
halls-plan-meets = ⚠️ same hours: { $others }
halls-plan-taken =
    { $count ->
        [one] ⚠️ { $count } day taken already
       *[other] ⚠️ { $count } days taken already
    }
halls-plan-copied =
    { $count ->
        [0] There was nothing to copy.
        [one] ✅ Copied from this year: { $count } entry.
       *[other] ✅ Copied from this year: { $count } entries.
    }
halls-button-copy = 📋 Copy from this year
halls-button-wish = ✍️ { $name }
halls-ask-wish = <b>{ $name }: when in { $year }?</b>
    Days, hours and what for, like: <i>every Tuesday 17–19 choir practice until June</i>.
halls-wish-kept = ✅ The wish is noted.
halls-button-requests = 📥 Requests
halls-requests = <b>Waiting for an answer</b>
halls-requests-none = Nothing waits for an answer.
halls-button-organisations =
    { $count ->
        [0] 🤝 Organisations
       *[other] 🤝 Organisations (new: { $count })
    }
halls-organisations = <b>Who speaks for which organisation</b>
halls-organisations-none = No organisation has come forward yet.
halls-organisation-line =
    { $state ->
        [yes] { $number }. ✅ { $name }
        [no] { $number }. ✖️ { $name }
       *[asked] { $number }. ⏳ { $name }
    }
halls-button-known = ✅ { $number }. Known
halls-button-unknown = ✖️ { $number }. Not known
halls-button-week = 🗓 Week
halls-week = <b>{ $name }, { $days }</b>
halls-week-none = There is nothing here on these days.
halls-week-line =
    { $state ->
        [asked] ⏳ { $hours } { $who }: { $purpose }
       *[yes] { $hours } { $who }: { $purpose }
    }
halls-week-duty = { $hours } duty or meeting
halls-button-rules = ⚙️ Rules
halls-rules-kept = ✅ Changed. What is reserved already stays.
halls-button-hours = 🕘 Hours
halls-button-buffer = 🧹 Break
halls-button-who =
    { $who ->
        [organisations] 👥 For organisations only
       *[everybody] 👥 Open to everybody
    }
halls-button-needs =
    { $needs ->
        [yes] ✋ Ask for a yes
       *[no] ✋ Without asking
    }
halls-button-desks = 🪑 Desks
halls-button-close = 🚫 Close for new reservations
halls-button-open = 🔓 Open again
halls-ask-hours = <b>At what hours?</b>
    Now: { $hours }
    Type for example: <i>Mon–Fri 8–20, Sat 9–14</i>.
halls-ask-desks = <b>How many desks?</b>
    0 means: the room is reserved whole. At most { $most }.
halls-button-add = ➕ New room
halls-ask-add = <b>What is it called and where is it?</b>
    For example: <i>meeting room, ul. Szkolna 1</i>.
halls-added = ✅ Added. You can change the rules at once.
halls-gone = This room can no longer be reserved.
halls-refused = Only those who keep this centre's rooms can do that.
halls-organisations-only = Only organisations and groups that the centre knows reserve this room.
halls-series-organisations = Organisations that the centre knows reserve every week and in next year's plan. You can name one under /sala.
halls-past = This time is over.
halls-far =
    { $days ->
        [one] That is too far ahead: at most { $days } day.
       *[other] That is too far ahead: at most { $days } days.
    }
halls-too-many =
    { $most ->
        [one] There is { $most } reservation ahead already, no more at once.
       *[other] There are { $most } reservations ahead already, no more at once.
    }
halls-many-days =
    { $most ->
        [one] Too many days at once: at most { $most }. Please give an earlier end.
       *[other] Too many days at once: at most { $most }. Please give an earlier end.
    }
halls-day-off =
    { $why ->
        [holiday] { DATETIME($day, dateStyle: "full") } is a holiday and it is closed then. Please choose another day.
        [closed] On { DATETIME($day, dateStyle: "full") } the centre is closed. Please choose another day.
       *[weekday] It is closed on that weekday ({ DATETIME($day, dateStyle: "full") }). Please choose another day.
    }
halls-outside = It is open { $hours } on that day. Please choose hours within.
halls-no-block = Desks are reserved for parts of the day: { $blocks }. Please choose one of them.
halls-wrong-span = { $hours } does not work: the end must be after the beginning, half an hour at least.
halls-quarters = Please give quarters of an hour, like 17:00, 17:15 or 17:30.
halls-too-long =
    { $hours ->
        [one] That is too long: at most { $hours } hour.
       *[other] That is too long: at most { $hours } hours.
    }
halls-no-hour = { $hour } on { DATETIME($day, dateStyle: "long") } is uncertain: the clocks change that night. Please give another hour.
halls-purpose =
    { $most ->
        [one] What for? Please write 3 to { $most } letter.
       *[other] What for? Please write 3 to { $most } letters.
    }
halls-why =
    { $most ->
        [one] That is too long: at most { $most } letter.
       *[other] That is too long: at most { $most } letters.
    }
halls-over = This reservation is gone, or its time is over.
halls-given-back = This time was given back already.
halls-answered-already =
    { $state ->
        [yes] Somebody answered this already: yes.
        [no] Somebody answered this already: no.
       *[other] This was answered already, or its time is over.
    }
halls-changed-meanwhile = Somebody changed this at the same moment. This is how it stands:
halls-nothing-free = Not one of these days is free any more.
halls-wrong-name =
    { $most ->
        [one] A name has 1 to { $most } letter.
       *[other] A name has 1 to { $most } letters.
    }
halls-there-already = "{ $name }" is here already.
halls-wrong-hours = There are no hours to be seen. Type for example: Mon–Fri 8–20, Sat 9–14.
halls-wrong-desks =
    { $most ->
        [one] Please give a number from 0 to { $most }.
       *[other] Please give a number from 0 to { $most }.
    }
halls-typed-wrong = This time could not be understood: { $sentence }
halls-typed-hours = no hours from–to to be seen, like 17–19.
halls-typed-day = no day to be seen, like "Thursday" or "3 December".
halls-typed-one-day = please give one day; for many, type for example "every Tuesday 17–19 until June".
halls-typed-purpose = what it is for is missing. Please add a few words.
