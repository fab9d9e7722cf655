# Events: card, buttons under an announcement, reminders, form, plan and quarter.
event-card =
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
event-card-cancelled =
    { $why ->
        [weather] ❌ Cancelled because of the weather
       *[other] ❌ Cancelled
    }
event-invitation =
    { $title }
    🗓 { $when }
    📍 { $place }

    You are welcome!
    { event-invitation-tap }
event-invitation-seats =
    { $title }
    🗓 { $when }
    📍 { $place }
    👥 Places: { $seats }

    You are welcome!
    { event-invitation-tap }
event-invitation-tap = Just tap “I’ll come”.
event-button-coming = ✅ I’ll come
event-button-coming-count = ✅ I’ll come · { $count }
event-button-coming-mine = ☑️ I’ll come (noted)
event-button-not-coming = I won’t come
event-button-not-coming-mine = ☑️ I won’t come (noted)
event-button-calendar = 📅 Add to calendar
event-button-cancelled = ❌ Cancelled
event-noted-coming =
    { $reminders ->
        [0] Noted: you’ll come. See you there!
        [1] Noted: you’ll come. A reminder comes before it starts.
       *[other] Noted: you’ll come. A reminder comes the evening before and two hours before it starts.
    }
event-noted-not-coming = Noted: you won’t come. You can change this at any time.
event-first-private = One more step: please open the private chat with Okienko and press Start. Then it can remind you too.
event-gone = This event is no longer there.
event-over = This event is over.
event-past = That time has passed. Please give a later one.
event-cancelled-already = This event is cancelled.
event-reminder = ⏰ Reminder
event-changed = ✏️ Something changed. This is how it is now:
event-cancelled = Unfortunately, this event will not take place.
event-calendar-caption = Open this file to put the time into your calendar.
event-calendar-title = Meeting
event-calendar-note = The details are in the chat with Okienko.
event-list = <b>{ $city }: events</b>
event-none =
    <b>{ $city }: events</b>
    Nothing is planned at the moment.
event-line = { $title }: { $when }
event-line-cancelled = ❌ { $title }: { $when }
event-count =
    { $count ->
        [0] Nobody has signed up yet.
        [one] { $count } person will come.
       *[other] { $count } people will come.
    }
event-left =
    { $left ->
        [0] 👥 All places are taken: { $total } of { $total }.
        [one] 👥 { $left } place of { $total } is left.
       *[other] 👥 { $left } places of { $total } are left.
    }
event-waiting =
    { $people ->
        [one] On the waiting list: { $people } person.
       *[other] On the waiting list: { $people } people.
    }
event-button-coming-left =
    { $left ->
        [0] ⏳ Full · waiting list
       *[other] ✅ I’ll come · { $left } of { $total } left
    }
event-button-coming-people =
    { $people ->
        [one] ☑️ Coming: { $people } person
       *[other] ☑️ Coming: { $people } people
    }
event-button-who = 👥 Who comes
event-button-in-line = ⏳ Waiting list
event-party-booked = ✅ Places booked: <b>{ $who }</b>
event-party-in-line =
    { $people ->
        [1] ⏳ On the waiting list: <b>{ $who }</b>. Number in line: { $position }. This is not a place at the event yet: once one is free, a message comes.
       *[other] ⏳ On the waiting list, only together: <b>{ $who }</b>. Number in line: { $position }. These are not places at the event yet: once they are free, a message comes.
    }
event-party-held = 🔔 There is a place, and it waits for an answer: <b>{ $who }</b>
event-button-held = 🔔 Answer
event-party-chosen =
    { $people ->
        [one] Chosen: <b>{ $who }</b>. That is { $people } person, not booked yet.
       *[other] Chosen: <b>{ $who }</b>. That is { $people } people, not booked yet.
    }
event-party-line =
    { $left ->
        [0] There is no free place now.
        [one] Only { $left } place is left.
       *[other] Only { $left } places are left.
    } On the list you wait together: a message comes once there is room for everybody.
event-party-who-else = Who else will come?
event-party-who = Who will come?
event-party-member =
    { $who ->
        [me] me
        [child] { $many ->
                [one] a child
               *[other] { $many } children
            }
        [parent] { $many ->
                [one] mum or dad
               *[other] parents ({ $many })
            }
       *[other] { $many ->
                [one] somebody else
               *[other] { $many } others
            }
    }
event-button-more =
    { $who ->
        [me] ➕ Me
        [child] ➕ A child
        [parent] ➕ Mum, dad
       *[other] ➕ Somebody else
    }
event-button-fewer =
    { $who ->
        [me] ➖ Without me
        [child] ➖ A child
        [parent] ➖ Mum, dad
       *[other] ➖ Somebody else
    }
event-button-book =
    { $people ->
        [one] ✅ Book: { $people } person
       *[other] ✅ Book: { $people } people
    }
event-button-wait =
    { $people ->
        [one] ⏳ Join the list
       *[other] ⏳ Join the list together: { $people } people
    }
event-button-leave-line = Leave the list
event-button-nobody = We won’t come after all
event-noted-seat = Noted, there is a place. Who else will come can be chosen in the private chat with Okienko.
event-noted-no-seat = Noted: you won’t come. Thank you, somebody else may have the place.
event-noted-full = All places are taken. In the private chat with Okienko you can join the waiting list.
event-noted-in-line = This is on the waiting list already. Once a place is free, a message comes.
event-noted-overlap = There is something else at that time. In the private chat with Okienko you can book all the same.
event-party-done = ✅ <b>Booked.</b> See you there!
event-party-done-reminded = ✅ <b>Booked.</b> A reminder comes before it starts.
event-party-waits = ⏳ <b>On the list.</b>
event-party-left-line = This is no longer on the list.
event-party-wrong =
    { $most ->
        [one] You can choose from 1 to { $most } person. For more, please phone the Centre.
       *[other] You can choose from 1 to { $most } people. For more, please phone the Centre.
    }
event-ask-seats = How many places are there? Please type a number, for example 40. Once all are taken, a waiting list begins.
event-button-no-limit = No limit
event-button-caller = ☎️ Write down somebody who phones
event-button-seats = 👥 Number of places
event-seats-changed = Kept. Nobody lost a place. If somebody waited and there are more places now, a message is on its way.
event-seats-wrong = One number from 1 to { $most } is needed here, for example 40.
event-seats-fewer =
    { $taken ->
        [one] { $taken } place is taken already, so there cannot be fewer: nobody’s place is taken away.
       *[other] { $taken } places are taken already, so there cannot be fewer: nobody’s place is taken away.
    }
event-seats-stay = This limit cannot be lifted any more, because places are booked. A bigger number is possible.
event-button-list = 🗓 Events
event-button-new = ➕ New event
event-button-announce = 📣 Announce
event-button-other-time = 🗓 Another time
event-button-other-place = 📍 Another place
event-button-cancel = ❌ Cancel it
event-button-weather = 🌧 Cancel because of the weather
event-button-other-reason = Cancel for another reason
event-button-stays = Don’t cancel
event-button-yes = ✅ Yes
event-button-leave = Stop
event-button-no-picture = No picture
event-cancel-why =
    Cancel <b>{ $title }</b>?
    Those who said they’ll come are told at once. This cannot be undone.
event-cancelled-told = Cancelled. Those who signed up are being told now. A planned announcement of this event will not go out.
event-changed-told = Changed. Those who signed up will get one message about it in a moment. The announcement in groups is corrected in /ogloszenia.
event-created = Done. Residents will learn of it only from an announcement.
event-form-left = Stopped, nothing was kept.
event-ask-title =
    <b>A new event</b>
    What is it called? For example: Neighbours’ picnic.

    /anuluj stops at any time.
event-ask-title-plan =
    <b>A new event from the plan</b>
    May it be called this? To call it something else, just type it.
event-ask-place = Where? For example: the park on Szkolna Street, entrance from the playground.
event-ask-when = When? For example: Saturday 16:00, or 5 December at 17.
event-ask-picture = If there is a poster or a photo, please send it now.
event-button-whom = 📨 Next: to whom
event-button-other-words = ✏️ Other words
event-drafted =
    <b>Draft of the announcement</b>
    { $words }

    Nobody has got it yet.
event-said = { $said }
event-or-type-again = If not, please type it another way.
event-once-only = This sounds like something that repeats. Please give one day and time here.
event-title-wrong =
    { $most ->
        [one] The name should have 1 to { $most } character.
       *[other] The name should have 1 to { $most } characters.
    }
event-place-wrong =
    { $most ->
        [one] The place should have 1 to { $most } character.
       *[other] The place should have 1 to { $most } characters.
    }
event-refused = This is for people who organise events in their Centre. What is on near you is shown by /wydarzenia.
plan-button = 📋 Plan
plan-none = This Centre has no plan yet.
plan-title =
    <b>{ $city }: plan</b>
    Nothing announces itself. A button leads to planning.
plan-line =
    { $period ->
        [week] { $name }: { $done } of { $times } this week, { $left }.
        [month] { $name }: { $done } of { $times } this month, { $left }.
        [quarter] { $name }: { $done } of { $times } this quarter, { $left }.
        [half-year] { $name }: { $done } of { $times } this half-year, { $left }.
        [unset] { $name }: { $done } in this quarter, the plan gives no number.
       *[year] { $name }: { $done } of { $times } this year, { $left }.
    }
plan-line-missing = ◻️ { $line }
plan-line-done = ✅ { $line }
plan-weeks-left =
    { $weeks ->
        [one] { $weeks } week left
       *[other] { $weeks } weeks left
    }
plan-days-left =
    { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
plan-source = Source: { $title }. The plan is valid until { DATETIME($until, dateStyle: "long") }.
plan-source-old = Source: { $title }. This plan ended on { DATETIME($until, dateStyle: "long") }: please check whether it still holds.
plan-button-item = ➕ { $name }
plan-button-rest = 📋 Actions without a set number
plan-ask =
    { $line }
    Plan it?
plan-button-event = 🗓 Plan an event
plan-button-announce = 📣 Write an announcement
plan-button-noted = ✅ Already done, note it
plan-noted = Noted as done.
plan-noted-already = For today this is noted as done already.
plan-item-gone = This is no longer in the plan.
quarter-button = 📊 Quarterly summary
quarter-which = For which quarter should the summary be?
quarter-name = Quarter { $number } of { $year }
quarter-unknown = There is no such quarter.
quarter-coming-now = The summary comes as a file in a moment.
quarter-caption = Summary: quarter { $number } of { $year }. Numbers of people under 5 are hidden.
quarter-sheet-summary = Summary
quarter-sheet-announcements = Announcements
quarter-sheet-events = Events
quarter-sheet-plan = Plan
quarter-what = What
quarter-how-many = How many
quarter-announcements = Announcements sent
quarter-delivered = Messages delivered
quarter-events = Events
quarter-events-cancelled = Of these cancelled
quarter-coming = People who said they’d come
quarter-day = Day
quarter-title = Name
quarter-place = Place
quarter-state = State
quarter-state-stands = as planned
quarter-state-weather = cancelled because of the weather
quarter-state-cancelled = cancelled
quarter-reached = Delivered
quarter-not-reached = Recipient not available
quarter-uncertain = Uncertain
quarter-held-back = Not sent
quarter-community = Community
quarter-plan-says = Plan says
quarter-done = In this quarter
quarter-often =
    { $period ->
        [week] { $times } × a week
        [month] { $times } × a month
        [quarter] { $times } × a quarter
        [half-year] { $times } × half a year
        [unset] no number given
       *[year] { $times } × a year
    }
