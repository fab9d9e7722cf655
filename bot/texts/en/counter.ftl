# Okienko for the desk and the adviser: writing down callers, calls, the adviser's day, the roster's report.
counter-topic =
    { $topic ->
        [law] Legal matters
        [debts] Debts
        [benefits] Benefits
        [family] Family
        [psychology] Psychologist
        [violence] Violence at home
        [addiction] Addiction
        [mediation] Mediation
        [letters] Letters and forms
        [organisations] For organisations
       *[other] Something else
    }
counter-topic-words =
    { $topic ->
        [law] lawyer legal law
        [debts] debts debt
        [benefits] benefits
        [family] family
        [psychology] psychologist
        [violence] violence
        [addiction] addiction
        [mediation] mediation mediator
        [letters] letters forms
        [organisations] organisations grants
       *[other] other
    }
counter-anybody = Whoever is free
counter-any-topic = any topic
counter-of-account =
    { $relation ->
        [self] booked in the chat
        [child] booked in the chat: a child
        [parent] booked in the chat: a parent
       *[other] booked in the chat: somebody close
    }
counter-weekday =
    { $weekday ->
        [0] Mon
        [1] Tue
        [2] Wed
        [3] Thu
        [4] Fri
        [5] Sat
       *[other] Sun
    }
counter-day =
    { $apart ->
        [0] today, { $day }
       *[other] tomorrow, { $day }
    }
counter-letter =
    { $letter ->
        [C] C for Celina
        [D] D for Dorota
        [F] F for Filip
        [G] G for Grażyna
        [H] H for Henryk
        [J] J for Jadwiga
        [K] K for Karol
        [M] M for Maria
        [N] N for Natalia
        [P] P for Paweł
        [R] R for Roman
        [T] T for Tadeusz
        [W] W for Wanda
        [X] X for Xawery
       *[other] Y
    }
counter-fact-person = 👤 { $person }
counter-fact-when = 🗓 { $when }
counter-fact-where = 📍 { $where }
counter-fact-who = 🧑‍💼 { $who }
counter-fact-topic = 💬 { $topic }
counter-fact-code = 🔑 Code: <code>{ $code }</code>
counter-home =
    <b>Booking by phone or at the window</b>
    Please choose a topic or write everything in one line, for example:
    <i>tomorrow 10 prawnik Kowalska 600 000 000</i>

    A booking can also be found by its code: just write it.
counter-for = For: <b>{ $person }</b>
counter-slots =
    <b>The nearest free times</b>
    { $what }
    Tapping a time books it.
counter-no-slots =
    <b>Nothing is free</b>
    { $what }
    You can look at another day or another adviser. That there was no place will be in the roster's report.
counter-not-that-hour =
    <b>Nothing is free at that time.</b>
    The nearest is:
counter-not-that-day =
    <b>Nothing is free on that day.</b>
    The nearest is:
counter-instead =
    <b>{ $why }</b>
    Nothing is lost. The nearest is:
counter-whose = With whom?
counter-days =
    <b>Days with free times</b>
    { $what }
counter-day-free = <b>Free: { $day }</b>
counter-day-full = <b>{ $day }</b>: nothing is free any more.
counter-ask-name =
    <b>{ $when }</b>
    Who is it? Please write a surname or initials and, if there is one, a phone number.

    /anuluj stops.
counter-overlap =
    ⚠️ { $said }
    Book it all the same?
counter-booked = ✅ <b>Booked</b>
counter-moved = ✅ <b>Moved</b>, the code stays the same
counter-cancelled = ❌ <b>Cancelled</b>, the time is free again
counter-state =
    { $state ->
        [booked] 🕘 <b>Booked</b>, not confirmed yet
        [confirmed] ☑️ <b>Confirmed</b>
        [cancelled] ❌ <b>Cancelled</b>
        [called-off] ❌ <b>Called off by the centre</b>
        [came] ✅ <b>It took place</b>
       *[missed] ✖️ <b>Nobody came</b>
    }
counter-read-out =
    To be read out: { $spelled }.
    With this code the meeting can be looked up, moved or cancelled.
counter-cancel-sure = <b>Really cancel?</b>
counter-left = Stopped, nobody was booked.
counter-no-code = There is no booking with the code { $code } here. Please check the letters: a code has 7 characters.
counter-outdated = This button is out of date. Please begin with /zapisz or /dzis.
counter-button-nearest = ⏱ Nearest
counter-button-who = 👤 With whom
counter-button-calls = ☎️ Calls
counter-button-print = 🖨 The day on paper
counter-button-print-day = 🖨 This day on paper
counter-button-days = 📅 Another day
counter-button-other-hour = Another time
counter-button-anyway = Book all the same
counter-button-confirm = ☑️ Confirm
counter-button-move = 🔁 Move
counter-button-cancel = ❌ Cancel
counter-button-next = ➕ Next person
counter-button-sure = ❌ Yes, cancel it
counter-button-keep = Keep it
counter-button-reached = ✅ { $number }
counter-button-not-reached = 📵 { $number }
counter-button-open = ✏️ { $number }
counter-button-door = 🚪 For the door: no names
counter-button-desk = 🗂 For the desk: with names
counter-button-walk-in = ➕ Without a booking
counter-button-delay = ⏰ +{ $minutes } min
counter-button-link = 🔗 New link to the day
counter-button-link-off = 🚫 Switch the link off
counter-button-came = ✅ { $hour } is here
counter-button-missed = ✖️ { $hour } nobody
counter-button-came-after-all = ✅ { $hour } here after all
counter-button-note = 📝 { $hour } topic and time
counter-button-later = Later
counter-button-unlink = Unlink the account
counter-button-account = Account no. { $account }
counter-calls =
    { $count ->
        [0] <b>☎️ { $day }</b>: nobody has to be phoned.
        [one] <b>☎️ { $day }</b>: { $count } call
       *[other] <b>☎️ { $day }</b>: { $count } calls
    }
counter-call = <b>{ $number }.</b> { $person }, { $phone }
counter-no-phone = no number, code { $code }
counter-call-about = { $when } · { $who }
counter-call-why =
    { $reason ->
        [called-off] ❗ called off by the centre, has to be told
        [other-room] 📍 another room, has to be told
        [moved] 🗓 another time or place, has to be told
        [delay] ⏰ begins later, has to be told
        [no-messenger] no messenger
        [blocked] messages do not arrive
       *[unconfirmed] not confirmed
    }
counter-call-tried = 📵 no answer at { $hour }
counter-calls-legend = ✅ talked to (the meeting is confirmed) · 📵 no answer · ✏️ move or cancel
counter-paper-desk = 🗂 { $day }: the list with names comes in a moment. It is for the desk only.
counter-paper-door = 🚪 { $day }: the list without names comes in a moment.
counter-paper-note-desk = For the desk only. Please destroy it after the duty.
counter-paper-note-door = Times of meetings. Booking: in the centre, by phone or with Okienko.
counter-paper-nothing = There are no duties on this day.
counter-paper-caption-desk = For the desk: { $day }. It holds names and numbers: please do not forward it.
counter-paper-caption-door = For the door: { $day }. There are no names in it.
counter-col-hour = Time
counter-col-room = Where
counter-col-person = Who
counter-col-phone = Phone
counter-col-code = Code
counter-col-state = State
counter-door-taken = taken
counter-door-free = free
counter-state-short =
    { $state ->
        [booked] booked
        [confirmed] confirmed
        [came] took place
       *[missed] nobody came
    }
counter-sheet =
    <b>{ $day }</b>
    { $who }
counter-sheet-empty = There is no duty on this day.
counter-sheet-free = ▫️ <b>{ $hour }</b> free
counter-sheet-line =
    { $state ->
        [booked] 🕘 <b>{ $hour }</b> { $about }
        [confirmed] ☑️ <b>{ $hour }</b> { $about }
        [came] ✅ <b>{ $hour }</b> { $about }
       *[missed] ✖️ <b>{ $hour }</b> { $about }
    }
counter-ask-topic =
    Written down: it took place.
    <b>What was it about?</b> Only topic and time are counted, without the person.
counter-ask-topic-walk-in = <b>Somebody without a booking. What was it about?</b>
counter-ask-minutes = <b>{ $topic }.</b> How many minutes?
counter-minutes = { $minutes }
counter-noted = 📝 Added to the advice given.
counter-noted-already = 📝 That was written down already.
counter-delay-told =
    { $count ->
        [0] ⏰ No message went out.
        [one] ⏰ { $count } person gets a message.
       *[other] ⏰ { $count } people get a message.
    }
counter-delay-phone = Without a messenger: { $hours }. The desk has them on its list of calls.
counter-delay = ⏰ A delay of about { $minutes } minutes. Today's meeting of { $hour } will begin a little later. We are sorry.
counter-link =
    🔗 <b>Link to the day: { $who }</b>
    { $link }

    Whoever has this link sees the whole day. Please send it to nobody. A new link switches the old one off.
counter-link-off = 🚫 The link is switched off.
counter-no-pages = The address of Okienko's page is not set yet, so no link can be made. The person who looks after Okienko can help.
counter-advisers =
    <b>Advisers</b>
    Who sees whose day? A duty can be linked to the adviser's account, or you can make a link.
counter-button-report = 📊 The duties in numbers
counter-advisers-none = There are no advisers yet: they come with the first roster.
counter-adviser =
    <b>{ $who }</b>
    { $state }
counter-adviser-linked = Account no. { $account } sees this day.
counter-adviser-unlinked = No account sees this day yet. Advisers see the number of their account when they write /dzis.
counter-adviser-nobody = No account sees this day yet. First somebody has to get the adviser's role (the command okienko grant). You can also make a link.
counter-not-linked = This account is not linked to a duty yet. Please tell the desk the number of the account: <b>{ $account }</b>. The desk links it with /doradcy.
counter-refused = This place is for the desk and the advisers. For a time of one's own, just write what is needed.
counter-not-yours = There is no such booking in this duty.
counter-not-here = That is not in this centre.
counter-not-today-yet = That day is yet to come.
counter-not-begun = That hour has not begun: “didn't come” can be marked later.
counter-no-such-account = This account cannot be linked: it has no adviser's role, or a duty of its own already.
counter-did-not-come = The topic can be written down once the meeting took place.
counter-report = <b>{ $city }: duties of the last { $weeks } weeks</b>
counter-report-nothing = There were no times to book in these weeks, so there is nothing to count.
counter-report-fill = Times taken: { $taken } of { $seats }.
counter-report-missed = Nobody came: { $missed } of { $expected } meetings.
counter-report-topics = <b>What people booked for</b>
counter-report-topic = • { $topic }: { $people }
counter-report-unmet = • { $topic }: nothing was free { $times } times
counter-report-no-advice = These numbers do not point to hours to add or drop yet.
counter-report-how = Only hours with at least 8 times to book are judged. Numbers of people under 5 are hidden.
counter-advice =
    { $what ->
        [add] ➕ <b>{ $weekday } { $begins }–{ $ends }</b>: { $taken } of { $seats } times taken, { $wished } times somebody looked and nothing was free: worth adding.
        [consider] ➕ <b>{ $weekday } { $begins }–{ $ends }</b>: { $taken } of { $seats } times taken: nearly all, adding could be considered.
        [drop] ➖ <b>{ $weekday } { $begins }–{ $ends }</b>: { $taken } of { $seats } times taken: another time of day could be considered.
       *[missed] ☎️ <b>{ $weekday } { $begins }–{ $ends }</b>: nobody came { $missed } of { $expected } times: worth phoning the day before.
    }
counter-chart-title = { $city }: duties of the last { $weeks } weeks
counter-chart-topics = What people booked for
counter-chart-fill = Times taken
counter-chart-missed = Meetings to which nobody came
counter-chart-note = An empty tile: too little to show. Numbers of people under 5 are hidden.
counter-chart-caption = The duties in numbers. Nobody is named in the picture.
counter-page-title = Duty
counter-page-link-of = This page is only for: { $who }
counter-page-came = Is here
counter-page-missed = Nobody
counter-page-came-after-all = Here after all
counter-page-topic = Topic
counter-page-minutes = Minutes
counter-page-noted = counted
counter-page-walk-in = Somebody without a booking
counter-page-delay = A delay: tell those who wait
counter-page-delay-button = about { $minutes } min
counter-page-privacy = Only topic and time are counted, without the person. Please close the page after the duty.
counter-page-gone-title = This page does not exist
counter-page-gone = This link does not work or was switched off. The desk makes a new one, or the adviser with the command /dzis.
counter-page-slow-down = Too much at once. Please try again in a minute.
