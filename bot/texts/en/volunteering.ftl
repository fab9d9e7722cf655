# Volunteering: a profile without a name, guardians, shifts, hours; for coordinators the week and the papers.
command-pomagam = I want to help
own-part-volunteering = 🤝 volunteering and looking after somebody who does: { $count }
volunteering-button-help = 🙋 I want to help
volunteering-ask-age = <b>I want to help</b>
    How old is the person who wants to help? No name or birth date is needed.
volunteering-age-young = Under 13
volunteering-age-13-15 = 13–15
volunteering-age-16-17 = 16–17
volunteering-age-adult = 18 or older
volunteering-young = <b>Under 13, the parents sign the agreement.</b>
    Please come to the Centre together with a parent or guardian. Nothing was kept here.
volunteering-ask-likes = <b>What would be nice to do?</b>
    Tick several things or none: then everything is shown.
volunteering-interest-children = 👧 Children and learning
volunteering-interest-seniors = 👵 Older people
volunteering-interest-events = 🎪 Events
volunteering-interest-home = 🧰 Shopping and repairs
volunteering-interest-nature = 🌳 Animals and nature
volunteering-interest-office = 🖇 Office and posters
volunteering-interest-other = 🤲 Other
volunteering-ask-days = <b>Which days suit?</b>
    Nothing ticked: any day.
volunteering-weekday =
    { $weekday ->
        [0] Mon
        [1] Tue
        [2] Wed
        [3] Thu
        [4] Fri
        [5] Sat
       *[other] Sun
    }
volunteering-ask-skills = <b>What may be of use?</b>
    Only the coordinators see this.
volunteering-skill-driving = 🚗 Driving licence
volunteering-skill-languages = 🗣 Languages
volunteering-skill-first-aid = ⛑ First aid
volunteering-skill-computers = 💻 Computers
volunteering-skill-arts = 🎨 Music, art
volunteering-skill-sport = ⚽️ Sport
volunteering-button-on = Next ▶
volunteering-button-keep = ✅ Done
volunteering-kept = ✅ Saved. Thank you!
volunteering-profile = <b>Volunteering, no. { $number }</b>
volunteering-nickname = Nickname: { $name }
volunteering-likes = Likes: { $what }
volunteering-anything = anything
volunteering-days = Days: { $days }
volunteering-any-day = any
volunteering-can = Skills: { $what }
volunteering-consent-seen = ✅ Parent's consent: the coordinators have seen it
volunteering-consent-missing = ⏳ Parent's consent: not there yet
volunteering-agreement-until = ✅ Agreement until { DATETIME($date, dateStyle: "long") }
volunteering-agreement-missing = ⏳ Agreement: not signed yet
volunteering-checks-done = ✅ Registers checked (work with children)
volunteering-checks-missing = ▫️ Registers not checked: no shifts with children without that
volunteering-minor-how =
    A parent's consent and the agreement are brought to the Centre on paper. The number <b>{ $number }</b> is enough.
volunteering-button-fitting = 🗓 Shifts for me
volunteering-button-hours = ⏱ My hours
volunteering-button-guardian = 👪 A link for a parent
volunteering-button-change = ✏️ Change
volunteering-button-nickname = 🏷 Nickname
volunteering-button-leave = I no longer want to help
volunteering-button-leave-sure = Yes, delete everything
volunteering-leave-sure = Delete the profile, the hours and the shifts? This cannot be undone, and no certificate can be written afterwards.
volunteering-left =
    { $count ->
        [0] The profile is deleted. Thank you for helping!
        [one] The profile is deleted and { $count } shift given back. Thank you for helping!
       *[other] The profile is deleted and { $count } shifts given back. Thank you for helping!
    }
volunteering-ask-nickname = Which nickname should the coordinators see beside the number? At most { $most } letters, no surname. A dash (-) removes it, /anuluj stops.
volunteering-nickname-wrong = A nickname has at most { $most } letters and no digits. Please type another one.
volunteering-age-kept = Age is changed by the coordinators: please come with a document. The rest stays as it was.
volunteering-no-profile = A profile is needed first: /pomagam. It is a few taps.
volunteering-outdated = That is no longer there. Please open it again: /pomagam
volunteering-link = Just send this link:
volunteering-link-page = Just send this line. The other person pastes it into the chat on the Centre's page:
volunteering-guardian-link = <b>A link for a parent or guardian</b>
    Once opened, place, hours, the adult in charge and a phone of each shift are sent there. It works once, for 14 days, and does not replace consent on paper.
volunteering-guardian-own = This link is for a parent or guardian. Please send it instead of opening it: it still works.
volunteering-guardian-used = This link no longer works. A new one is under /pomagam of the person who helps.
volunteering-guardian-adult = A link for a parent is only for people under 18.
volunteering-guardian-many = No more guardians can be added.
volunteering-guardian-linked = ✅ From now on each shift and each change is told here. Please bring the consent to the Centre on paper.
volunteering-guardian-not-yours = These shifts cannot be seen here.
volunteering-guardian-stopped = No more messages about shifts.
volunteering-guardian-told = 👪 <b>Shift: { $who }</b>
volunteering-guardian-off = 👪 <b>No shift: { $who }</b>
volunteering-child = 👪 <b>Shifts: { $who }</b>
volunteering-child-none = 👪 <b>{ $who }</b>
    There are no shifts now.
volunteering-button-child = 👪 All shifts
volunteering-button-stop = 🔕 No messages
volunteering-number = no. { $number }
volunteering-what = 🤝 <b>{ $title }</b>
volunteering-when = 🗓 { $when }
volunteering-where = 📍 { $where }
volunteering-people = 👥 { $taken } of { $most }
volunteering-adult = 🧑‍💼 In charge: { $who }, tel. { $phone }
volunteering-needs = 📌 { $what }
volunteering-with-children = 👧 Work with children
volunteering-adults-only = 🔞 Only for people of 18 or older.
volunteering-fitting = <b>Shifts that fit</b>
volunteering-fitting-none = Nothing fits now. New shifts will show here.
volunteering-button-anything = 🔎 Other days and tasks, too
volunteering-button-shift = 🤝 This shift
volunteering-button-take = ✅ Sign up
volunteering-button-rest = 🔁 The later ones of this series, too
volunteering-button-friend = 📨 Invite somebody
volunteering-button-drop = ❌ Give it back
volunteering-button-drop-sure = ❌ Yes, give it back
volunteering-friend-link = <b>An invitation to a shift</b>
    Everybody signs up for themselves.
volunteering-yours = ✅ This shift is booked here.
volunteering-taken = ✅ <b>Signed up. See you there!</b>
volunteering-dropped = ❌ <b>Given back.</b> Thank you for telling us.
volunteering-drop-sure = Give back the shift <b>{ $when }</b>?
volunteering-drop-late = Give back the shift <b>{ $when }</b>? It is soon, so the coordinators will be told.
volunteering-first-profile = To sign up, a few taps about oneself come first.
volunteering-instead = Instead, this fits:
volunteering-instead-none = There is no other date for now.
volunteering-needs-consent = A parent's consent on paper is needed first: the coordinators must have seen it.
volunteering-needs-agreement = A signed agreement that is valid on the day is needed. It is signed at the Centre.
volunteering-needs-checks = This is work with children: the coordinators must check the registers first. Please ask at the Centre.
volunteering-school-hours = These are school hours. For people under 18 there are shifts after 15:00, at weekends and in holidays.
volunteering-no-adult = No adult in charge and phone are named for this shift yet, so people under 18 cannot sign up for it.
volunteering-rest =
    { $most ->
        [one] A day of rest is needed between shifts. There can be { $most } shift in a row, and there are already: { $days }.
       *[other] A day of rest is needed between shifts. There can be { $most } shifts in a row, and there are already: { $days }.
    }
volunteering-rest-taken =
    { $count ->
        [0] None of the later ones was booked.
        [one] ✅ { $count } more shift booked.
       *[other] ✅ { $count } more shifts booked.
    }
volunteering-rest-refused = Without { $days }: { $reason }
volunteering-released = <b>A shift was taken back</b>
volunteering-changed = <b>A shift has changed</b>
volunteering-thanks =
    { $hours ->
        [one] 💛 Thank you. That makes { $hours } hour.
       *[other] 💛 Thank you. That makes { $hours } hours.
    }
volunteering-hours =
    { $hours ->
        [one] ⏱ <b>Confirmed: { $hours } hour</b>
       *[other] ⏱ <b>Confirmed: { $hours } hours</b>
    }
volunteering-hours-line = { DATETIME($day, dateStyle: "long") }: { $title }, { $hours } h
volunteering-button-certificate = 📄 I need a certificate
volunteering-certificate-asked = 📄 The coordinators know that a certificate is needed.
volunteering-certificate-wanted = 📄 { $who } asks for a certificate. Confirmed hours: { $hours }.
volunteering-certificate-waits = 📄 Waits for a certificate
volunteering-no-hours = There are no confirmed hours yet, so no certificate can be written.
volunteering-refused = This is for the Centre's volunteer coordinators. Your own shifts are under /pomagam.
volunteering-changed-meanwhile = Somebody changed this a moment ago. Their change stands, this one does not. Please look how it is now.
volunteering-fewer-than-taken =
    { $taken ->
        [one] { $taken } person has signed up: there cannot be fewer places.
       *[other] { $taken } people have signed up: there cannot be fewer places.
    }
volunteering-not-begun = This shift has not begun yet.
volunteering-agreement-past = That day is over. Please choose a later one.
volunteering-short = ⚠️ Too few people: { $taken }, at least { $least } are needed.
volunteering-list =
    { $count ->
        [0] Nobody wants to help yet. The way for volunteers is /pomagam.
        [one] <b>Volunteering: { $count } person</b>. Something to do (⏳): { $waiting }.
       *[other] <b>Volunteering: { $count } people</b>. Something to do (⏳): { $waiting }.
    }
volunteering-person = <b>Volunteering, { $who }</b>
volunteering-guardians =
    { $count ->
        [0] 👪 Nobody of the family has opened the link yet
        [one] 👪 { $count } guardian is told
       *[other] 👪 { $count } guardians are told
    }
volunteering-needs-paper = ⏳ Helps for more than 30 days: a written agreement is needed.
volunteering-ahead = Shifts ahead: { $count }
volunteering-no-chat = The chat with this person was deleted.
volunteering-button-person = 🙋 Open
volunteering-ask-until = <b>{ $who }</b>: until when is the signed agreement valid?
volunteering-until = until { DATETIME($date, dateStyle: "long") }
volunteering-mark-consent = ✅ Parent's consent: seen
volunteering-mark-not-consent = ↩️ Take back the consent
volunteering-mark-agreement = ✍️ Agreement signed
volunteering-mark-not-agreement = ↩️ Take back the agreement
volunteering-mark-checks = 🔎 Registers checked
volunteering-mark-not-checks = ↩️ Take back the check
volunteering-mark-grown-up = 🎂 Is 18 now
volunteering-mark-certificate = 📄 Certificate given
volunteering-released-count =
    { $count ->
        [one] { $count } shift was taken back: it cannot be without this. The person is told.
       *[other] { $count } shifts were taken back: they cannot be without this. The person is told.
    }
shift-week = <b>{ $city }: volunteer shifts, { $days }</b>
shift-week-none = There are no shifts this week.
shift-day = { $day }
shift-line = { $hour } { $title }: { $taken } of { $most }
shift-line-short = ⚠️ { $hour } { $title }: { $taken } of { $most }, { $least } needed
shift-button = { $day }.{ $month }, { $hour } · { $title } ({ $taken })
shift-button-new = ➕ New shifts
shift-button-volunteers = 🙋 People
shift-off = ❌ This shift was called off.
shift-no-adult = ▫️ Without an adult in charge and a phone, people under 18 cannot sign up.
shift-people = <b>Signed up</b>
shift-people-none = Nobody has signed up yet.
shift-person =
    { $state ->
        [came] ✅ { $who }, { $age }: { $hours } h
        [missed] ✖️ { $who }, { $age }: absent
        [confirmed] 👍 { $who }, { $age }
       *[booked] • { $who }, { $age }
    }
shift-button-adult = 🧑‍💼 Person and phone
shift-button-place = 📍 Place
shift-button-people = 👥 How many
shift-button-children = 👧 This is work with children
shift-button-not-children = This is not work with children
shift-button-off = ❌ Call off
shift-button-off-sure = ❌ Yes, call off
shift-button-this = Only this one
shift-button-later = This and the later ones
shift-button-came = ✅ { $who }
shift-button-hours = ✅ { $who }: { $hours } h
shift-button-missed = ✖️ No
shift-ask-place =
    { $which ->
        [season] Which place, for this and the later shifts of the series? /anuluj stops.
       *[single] Which place? /anuluj stops.
    }
shift-ask-adult =
    { $which ->
        [season] Who is in charge in this and the later shifts of the series? For example: Anna Nowak 600 100 200. /anuluj stops.
       *[single] Who is in charge? For example: Anna Nowak 600 100 200. /anuluj stops.
    }
shift-ask-people =
    { $which ->
        [season] How many people in this and the later shifts of the series? For example: 2-4. /anuluj stops.
       *[single] How many people? For example: 2-4. /anuluj stops.
    }
shift-ask-off =
    { $which ->
        [season] Call off this and all later shifts of the series? Those who signed up are told.
       *[single] Call off this shift? Those who signed up are told.
    }
shift-ask-hours = How many hours?
shift-hours = { $hours } h
shift-changed = ✅ Changed.
shift-called-off = ❌ Shifts called off: { $shifts }, people signed up: { $people }. Messages are on their way.
shift-ask =
    <b>New shifts</b>
    One shift or series is one line: when, what, where, how many people, who is in charge.

    <code>Tuesdays 15:30–17 tutoring, day-room, 3 people, until the end of June, contact Anna Nowak 600 100 200</code>
    <code>12 December 10–13 parcels, store, 4-8 people, adults</code>

    A file .xlsx or .csv will do, too, with the columns: date, from, to, what, where, people. More columns: least, in charge, phone, requirements, with children, weekly until. /anuluj stops.
shift-left = Stopped. Nothing has changed.
shift-preview = <b>Preview of new shifts</b>
shift-preview-days = 🗓 { $days }, { $hours }
shift-preview-season =
    { $count ->
        [one] 🗓 { $days } … { $last }, { $hours }: { $count } shift
       *[other] 🗓 { $days } … { $last }, { $hours }: { $count } shifts
    }
shift-preview-people = 👥 { $least } to { $most }
shift-turn-children = { $number }. with children: yes
shift-turn-no-children = { $number }. with children: no
shift-more = … and more: { $count }
shift-published =
    { $count ->
        [one] ✅ Published: { $count } shift.
       *[other] ✅ Published: { $count } shifts.
    }
shift-published-already = These shifts are published already.
shift-not-ready = This can no longer be published: some days are over, or something is to be mended. Please type it again.
shift-file-read = The file was read. Nothing has changed yet.
shift-file-kind = Shifts can be sent as a file .xlsx or .csv.
shift-file-columns = The file lacks columns: { $lacking }.
shift-wrong-nothing = there is no shift here.
shift-wrong-until = until when? Please add, for example: until the end of June (“{ $said }”).
shift-wrong-far = that is too far ahead: a year at most (“{ $said }”).
shift-wrong-days = there is not a single day: only days off or days that are over.
shift-wrong-what = what is to be done? 1 to { $most } letters.
shift-wrong-where = where is it? After a comma, 1 to { $most } letters.
shift-wrong-long = the name, the phone or the requirements are too long.
shift-wrong-adult = A name and a phone are needed, for example: Anna Nowak 600 100 200.
shift-wrong-people = the number of people is not right: 1 to { $most }, and the least cannot be more than the most.
shift-wrong-number = “{ $said }” is no number of people like 3 or 2-4.
shift-wrong-span = the hours { $hours } are not right: the end must come after the beginning, a shift is 14 hours long at most.
shift-wrong-past = { $day } is over or too far away.
shift-wrong-too-many = too many shifts at once: { $most } at most.
