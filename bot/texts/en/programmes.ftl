# Zajęcia i grupy: kto chce dołączyć, kto prowadzi, jak powstają. Wiadomości nigdy nie mówią, jakie to zajęcia.
command-zajecia = Groups and courses
own-part-programmes = 👥 groups and courses: { $count }
programme-quiet = Group meetings
programme-number = no. { $number }
programme-list = <b>{ $city }: groups and courses</b>
programme-list-none = There is nothing to sign up for at the moment. New ones will show here.
programme-title = 👥 <b>{ $title }</b>
programme-when = 🗓 { $days }, { $hours }
programme-when-once = 🗓 { $day }, { $hours }
programme-span =
    { $count ->
        [one] 🔢 { $count } meeting, from { $first } to { $last }
       *[other] 🔢 { $count } meetings, from { $first } to { $last }
    }
programme-people =
    { $most ->
        [one] 👤 { $most } person at most
       *[other] 👤 { $most } people at most
    }
programme-people-range = 👤 at least { $least }, at most { $most }
programme-first = 🗓 First meeting: { $when }
programme-how-open = One tap signs up for all meetings. Single ones can be given back later.
programme-how-full = All places are taken now. There is a waiting list: when a place is free, the question comes here.
programme-how-begun = The meetings have begun. Whoever leads them decides about new people.
programme-how-talk = First there is a short talk with the person who leads the meetings. It commits to nothing and is not a place yet.
programme-how-invitation = These meetings are by invitation of the person who leads them. Questions can go to the Centre.
programme-state-draft = ✏️ A draft, nobody sees it yet
programme-state-gathering = 🟡 Open for sign-up
programme-state-running = 🟢 Under way
programme-state-ended = These meetings are over.
programme-state-off = These meetings were called off.
programme-button-join = ✅ Sign up for all meetings
programme-button-wait = 🕐 Join the waiting list
programme-button-ask = 🙋 Ask for a place
programme-button-talk = 🗣 Suggest a talk
programme-button-card = 📄 Description
programme-button-group =
    { $day ->
        [0] 👥 The next group
       *[other] 👥 The next group, from { $day }.{ $month }
    }
programme-button-take = ✅ Yes, to all meetings
programme-button-not = ❌ No, thank you
programme-button-withdraw = ❌ Withdraw the request
programme-button-beside = Sign up all the same
programme-button-leave = ❌ Leave altogether
programme-button-leave-sure = ❌ Yes, leave
programme-button-suits = ✅ Suits
programme-button-other-hour = 🔁 Another time, please
programme-button-look = 👀 Have a look
programme-button-decide = 👀 Decide
programme-button-skip = { $weekday } { $day }.{ $month } · can’t come
programme-button-back = { $weekday } { $day }.{ $month } · coming after all
programme-button-skip-sure = ❌ Yes, only this one
programme-joined =
    { $count ->
        [one] ✅ <b>Signed up for { $count } meeting.</b> A reminder comes before it.
       *[other] ✅ <b>Signed up for all { $count } meetings.</b> A reminder comes before each.
    }
programme-noted = ✅ <b>Passed on.</b> The answer comes here.
programme-noted-line = ✅ <b>On the waiting list.</b>
programme-invitation = 📨 <b>This is an invitation.</b>
programme-yours =
    { $count ->
        [0] ✅ This account has a place. Meetings ahead: 0.
       *[other] ✅ This account has a place. Meetings ahead: { $count }.
    }
programme-next = 🗓 Next meeting: <b>{ $when }</b>
programme-button-whole = 🗓 All meetings
programme-kept = 📨 A place is kept until: <b>{ $until }</b>. One tap signs up for all meetings.
programme-kept-for = 📨 A place is kept until: { $until }
programme-in-line = 🕐 Place in the line: <b>{ $place }</b>. This is not a booking yet. When it is time, the question comes here.
programme-waits = 🕐 The person who leads the meetings will answer here. This is not a booking yet.
programme-talked = 🗣 The talk is arranged, or has been. The answer comes here.
programme-talk-set = 🗣 Talk: { $when }
programme-talk-offered = 🗣 A talk is suggested: <b>{ $when }</b>. Does that suit?
programme-talk-yes = ✅ The talk is arranged. It is under /my, too.
programme-talk-no = The person who leads the meetings will suggest another time.
programme-overlap =
    { $count ->
        [one] <b>There is something else at the time of one meeting.</b> Nothing is booked yet:
       *[other] <b>There is something else at the time of { $count } meetings.</b> Nothing is booked yet:
    }
programme-overlap-line =
    { $kind ->
        [titled] • { $when }: { $title }
        [consultation] • { $when }: a talk
        [room] • { $when }: a room
        [event] • { $when }: an event
        [shift] • { $when }: a shift
       *[other] • { $when }: another meeting
    }
programme-leave-sure =
    { $count ->
        [0] Leave altogether? Somebody else will get the place.
        [one] Leave altogether? { $count } meeting is given back and somebody else gets the place.
       *[other] Leave altogether? { $count } meetings are given back and somebody else gets the place.
    }
programme-leave-line-sure = Withdraw the request?
programme-left =
    { $count ->
        [0] Done. Thank you for telling us.
        [one] Done, { $count } meeting given back. Thank you for telling us.
       *[other] Done, { $count } meetings given back. Thank you for telling us.
    }
programme-skip-sure = Not coming: <b>{ $when }</b>. The other meetings stay as they are. Say so?
programme-skipped = Noted. The other meetings stay as they are.
programme-came-back = ✅ Signed up again.
programme-gone = These meetings are not here, or are over. What there is now: /programmes
programme-over = These meetings are over or were called off.
programme-not-invited = That place is no longer kept. How it stands now is below.
programme-invitation-only = These meetings are by invitation of the person who leads them.
programme-no-talk = That time for a talk no longer stands.
programme-link-used = This link no longer works: it is good once, for 14 days. The person who leads the meetings can give a new one.
programme-invited = 📨 <b>There is a place in meetings at the Centre.</b> It is kept until: { $until }.
programme-task-interest = 🔔 Somebody new asks about meetings led from here.
programme-task-suits = 🔔 The time for the talk suits. It is booked.
programme-task-other-hour = 🔔 The time for the talk does not suit, another one is needed.
programme-task-seat = 🔔 There is a free place in the meetings, and somebody waits for it.
programme-decide-enough =
    { $count ->
        [one] 🔔 <b>Can it start?</b> There is { $count } person, { $least } at least were wanted.
       *[other] 🔔 <b>Can it start?</b> There are { $count } people, { $least } at least were wanted.
    }
programme-decide-short =
    { $count ->
        [one] 🔔 <b>Too few for a start:</b> there is { $count }, { $least } are needed. Start, put off, or call off?
       *[other] 🔔 <b>Too few for a start:</b> there are { $count }, { $least } are needed. Start, put off, or call off?
    }
programme-news-starts = ✅ <b>The meetings at the Centre are about to start.</b>
programme-news-moved = 🔁 <b>The meetings at the Centre start later.</b> The place stays, all days are new.
programme-news-off = <b>The meetings at the Centre do not take place.</b> We are sorry. What there is now: /programmes
programme-news-declined = This time there is no place in the meetings that were asked about. The Centre is glad to help find something else: just write here.
programme-news-lapsed = The time for an answer is over and the place is no longer kept. If it is still of interest, ask again: /programmes

programme-refused = This is only for those who lead these meetings.
programme-led = <b>{ $city }: groups and courses led</b>
programme-led-none = <b>{ $city }</b>
    There are none yet.
programme-button-new = ➕ New one
programme-way-open = 🚪 Sign-up at once
programme-way-talk = 🚪 First a talk, then an answer
programme-way-invitation = 🚪 By invitation only
programme-is-quiet = 🤫 Quiet: on no list, and no message names it
programme-numbers = In: { $taken } of { $most } (at least { $least }). Invited: { $asked }. Waiting: { $waiting }.
programme-button-candidates = 👥 People ({ $count } waiting)
programme-button-meetings = 🗓 Meetings
programme-button-start = ✅ It starts
programme-button-later = ⏭ Put off the start
programme-button-off = ❌ Call everything off
programme-button-off-sure = ❌ Yes, call off
programme-button-invite = 📨 An invitation for one
programme-button-write = ✍️ Somebody without a messenger
programme-button-keeper = 🔗 Somebody else leads, too
programme-button-step-back = I lead it no more
programme-button-step-back-sure = Yes, I lead it no more
programme-button-weeks =
    { $count ->
        [one] by a week
       *[other] by { $count } weeks
    }
programme-later-how = By how much should all meetings move? Those who are in keep their places and get one message.
programme-off-sure = Call off all meetings ahead? Each person gets one message. This cannot be undone.
programme-started = ✅ It starts. Those who are in get a message.
programme-moved = ✅ Moved. Those who are in get a message with the new beginning.
programme-called-off = Called off. Told by message: { $told }. To be phoned: { $phone }.
programme-changed = Somebody changed this a moment before. How it stands now is below.
programme-candidates = <b>{ $title }</b>
    First those who wait for an answer.
programme-candidates-none = <b>{ $title }</b>
    Nobody has asked yet.
programme-standing-interested = waits
programme-standing-offered = talk suggested
programme-standing-talked = talk had or arranged
programme-standing-invited = invited
programme-standing-in = has a place
programme-standing-left = left
programme-standing-declined = answer: no
programme-candidate = 👤 <b>{ $who }</b>
programme-candidate-state = State: { $state }
programme-since = Asked: { $when }
programme-button-talked = 📞 Arranged by phone, or had already
programme-button-yes = ✅ Yes, there is a place
programme-button-no = ❌ Not this time
programme-button-no-sure = ❌ Yes
programme-button-remove = ❌ Take out
programme-button-label = 🏷 Label
programme-talk-first = Here the talk comes first, then the answer.
programme-full =
    { $most ->
        [one] The only place is taken or kept for an answer. When it is free, a message comes.
       *[other] All { $most } places are taken or kept for an answer. When one is free, a message comes.
    }
programme-no-sure = { $who }: answer that not this time?
programme-remove-sure = { $who }: take out of all meetings ahead?
programme-said-yes-invited = ✅ The invitation is sent, a place is kept.
programme-said-yes-in = ✅ Signed up for all meetings.
programme-no-messenger = No message reaches this person. Please phone, and mark that the talk is arranged.
programme-talk-when = A talk can be in 60 days at most. Please give another time.
programme-talk-sent = ✅ The suggestion is sent. The answer comes here.
programme-ask-talk = <b>When is the talk?</b>
    Please type it, like <i>Thursday at 17</i>. The person answers whether it suits. /cancel stops.
programme-ask-label = What should this person be labelled? { $most } letters at most, no surname. A dash (-) takes the label away. Only those who lead see it. /cancel stops.
programme-ask-write = First name or initials and, if there is one, a phone number. Like <i>J. K. 600 100 200</i>. /cancel stops.
programme-label-wrong =
    { $most ->
        [one] A label has { $most } letter at most and no figures. Please type another one.
       *[other] A label has { $most } letters at most and no figures. Please type another one.
    }
programme-form-left = Stopped. Nothing was changed.
programme-outdated = This is no longer so. Please open it again: /groups
programme-opened = This is no draft any more: sign-up is open. It is under /groups.
programme-last-keeper = Somebody has to lead these meetings. Please send a link to the next person first.
programme-links-many = Too many links are waiting to be used. Old ones stop working after 14 days.
programme-link-seat = <b>An invitation for one person</b>
    Whoever opens it sees the meetings and signs up for all with one tap. The link is good once, for 14 days.
programme-link-keep = <b>A link for somebody who leads, too</b>
    They see requests and attendance. The link is good once, for 14 days.
programme-keeps-now = ✅ These meetings are now led from this account, too. Everything is under /groups.
programme-step-back-sure = Requests and attendance will no longer be seen here. Sure?
programme-stepped-back = Done.
programme-meetings = <b>{ $title }</b>
    Which meeting?
programme-meetings-none = <b>{ $title }</b>
    There are no meetings.
programme-button-meeting =
    { $state ->
        [over] ✔️ { $weekday } { $day }.{ $month } · { $count }
        [now] ▶️ { $weekday } { $day }.{ $month } · { $count }
       *[ahead] { $weekday } { $day }.{ $month } · { $count }
    }
programme-present = Signed up for this meeting: { $count }
programme-present-none = Nobody has signed up yet.
programme-present-line =
    { $state ->
        [came] ✅ { $who }
        [missed] ❌ { $who }: absent
        [skips] ▫️ { $who }: said they can’t come
        [confirmed] 👍 { $who }
       *[booked] • { $who }
    }
programme-button-all = ✅ The others came
programme-button-missed = absent
programme-not-begun = Attendance can be marked from half an hour before the beginning.
programme-button-meeting-off = ❌ Call off this meeting
programme-meeting-off = This meeting was called off.
programme-meeting-off-sure = Call off the meeting on <b>{ $when }</b>? Those signed up get a message. The other meetings stay.
programme-meeting-called-off = Called off. Told by message: { $told }. To be phoned: { $phone }.

programme-ask = <b>A new group or course</b>
    Please type everything in one message, like:
    <i>School for Parents, Thursdays 17–19 from 7 January, 8 meetings, 8–15 people, sala 3</i>
    Holidays and closing days fall out by themselves. /cancel stops.
programme-preview = <b>Is everything right?</b> Nobody sees it yet.
programme-skipped-days = ⏭ Falls out: { $days }
programme-no-card = none
programme-button-open = ✅ Yes, open the sign-up
programme-turn-way = 🚪 Another way in
programme-turn-quiet = 🤫 It is a quiet group
programme-turn-quiet-off = 🔔 It is not a quiet group
programme-turn-card = 📄 Card: { $name }
programme-button-again = ✏️ Type it anew
programme-button-drop = 🗑 Throw the draft away
programme-dropped = The draft is gone.
programme-is-open = ✅ <b>Sign-up is open.</b>
programme-typed-hours = No hours to be seen: “{ $said }”. Please type from and to, like 17–19.
programme-typed-days = No days to be seen: “{ $said }”. Please type for example “Thursdays from 7 January” or “7.01, 14.01”.
programme-typed-since = From when? Please add for example “from 7 January”.
programme-typed-count = How many meetings? Please add for example “8 meetings” or “until 30 June”.
programme-typed-people = For how many people? Please add for example “15 people” or “8–15 people”.
programme-typed-title = What is it called? Please begin with the name, like “School for Parents, Thursdays 17–19…”.
programme-typed-long = That is too long: { $most } characters at most. Please type it shorter.
programme-wrong-title = A name has 1 to { $most } characters.
programme-wrong-place = The place is too long: { $most } characters at most.
programme-wrong-people = There can be 1 to { $most } people, and the least is not more than the most.
programme-wrong-meetings = There can be 1 to { $most } meetings.
programme-wrong-hours = The hours do not fit: { $hours }. A meeting lasts 10 hours at most and ends after it begins.
programme-wrong-past = That day is over or too far away: { $day }. Please give another one.
