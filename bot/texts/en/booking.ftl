# Booking a time: questions, buttons, the slip of paper, reminders, changes. Reminders never say what it is about or for whom.
booking-menu = 📅 Book a time
booking-button-mine = 🗒 My bookings
booking-none = <b>There are no free times to book here just now.</b> The centre can help in other ways:
booking-ask-service = <b>Book a time</b>
    What should the meeting be about?
booking-service-gone = Nothing is free there any more. There is still something here:
booking-ask-topic = <b>What is it about?</b>
    Only the adviser and the booking desk will see this. Reminders will not mention it.
booking-topic-gone = Nothing is free on this any more. There is still something here:
booking-button-no-topic = Something else, or I’d rather not say
booking-topic-law = ⚖️ Law
booking-topic-debts = 💳 Debts
booking-topic-benefits = 📄 Benefits
booking-topic-family = 👪 Family
booking-topic-psychology = 💬 Psychologist
booking-topic-violence = 🛡 Violence
booking-topic-addiction = 🌱 Addiction
booking-topic-mediation = 🤝 Mediation
booking-topic-letters = ✍️ Letters and forms
booking-topic-organisations = 🏘 Organisations
booking-topic-other = Other
booking-ask-adviser = <b>With whom?</b>
booking-button-anyone = 🙋 Whoever is free
booking-ask-day = <b>Which day?</b>
    You can also type it, for example: <i>Thursday afternoon</i>.
booking-ask-day-move = <b>Move it to when?</b>
    The present time stays until there is a new one. You can also type it, for example: <i>Thursday afternoon</i>.
booking-button-earlier = ◀ Earlier
booking-button-later = Later ▶
booking-ask-hour = <b>{ $day }</b>
    At what time?
booking-button-whole-day = The whole day
booking-button-all-days = 🗓 All days
booking-not-then = Nothing is free at that time, but on that day there is:
booking-these-suit = Free then:
booking-nothing-then = Nothing is free then. The nearest free times:
booking-day-full = Nothing is free on that day any more. The nearest free times:
booking-nearest = The nearest free times:
booking-said = { $said }
booking-ask-whom = <b>{ $when }</b>
    Who is it for? No name is needed.
booking-for-self = For me
booking-for-child = For a child
booking-for-parent = For mum or dad
booking-for-other = For somebody else
booking-whom =
    { $relation ->
        [self] 👤 For me
        [child] { $number ->
                [1] 👤 For a child
               *[other] 👤 For a child (no. { $number })
            }
        [parent] { $number ->
                [1] 👤 For mum or dad
               *[other] 👤 For mum or dad (no. { $number })
            }
       *[other] { $number ->
                [1] 👤 For somebody else
               *[other] 👤 For somebody else (no. { $number })
            }
    }
booking-summary = <b>Is everything right?</b>
booking-when = 🗓 { $when }
booking-long =
    { $minutes ->
        [one] ⏱ { $minutes } minute
       *[other] ⏱ { $minutes } minutes
    }
booking-where = 📍 { $where }
booking-with = 🧑‍💼 { $name }
booking-topic = { $topic }
booking-bring = 🎒 Please bring: { $papers }
booking-code = 🔑 Code: <b>{ $code }</b>
booking-phone = ☎️ { $number }
booking-button-yes = ✅ Book it
booking-button-beside = Book it all the same
booking-other-child = It is another child
booking-other-parent = It is the other parent
booking-other-other = It is yet somebody else
booking-done = ✅ <b>Booked</b>
booking-slip = 📝 Please write this down on paper:
booking-slip-when = <b>{ $when }</b>
booking-slip-line = { $text }
booking-slip-phone = phone { $number }
booking-slip-code = code { $code }
booking-state-booked =
    { $kind ->
        [shift] <b>Volunteer shift</b>
       *[other] <b>A meeting at the centre</b>
    }
booking-state-confirmed =
    { $kind ->
        [shift] <b>Volunteer shift</b> · ✅ confirmed
       *[other] <b>A meeting at the centre</b> · ✅ confirmed
    }
booking-state-cancelled = ❌ <b>This booking is cancelled</b>
booking-state-called-off = <b>The centre called this time off</b>
booking-state-over = <b>This time has passed</b>
booking-confirmed = ✅ <b>Thank you, it is confirmed</b>
booking-cancelled =
    { $kind ->
        [talk] ❌ <b>The talk is cancelled</b>
            Thank you for telling us. Whoever leads the meetings may suggest another time.
        [meeting] ❌ <b>This one meeting is cancelled</b>
            Thank you for telling us. The other meetings stay as they are.
       *[other] ❌ <b>Cancelled</b>
            Thank you for telling us. Somebody else can have this time now.
    }
booking-moved = ✅ <b>Moved</b>
booking-change-this = <b>Is it this booking?</b> Nothing has been changed yet.
booking-change-which = <b>Which booking is it?</b> Nothing has been changed yet.
booking-none-then = Nothing is booked here for that day. Booked in this chat:
booking-stranger = Nothing has been cancelled or changed. About bookings that were not made in this chat I can say nothing, and I cannot change them. If you have the code from the slip of paper, please type it. The centre can also help by phone.
booking-code-unknown = This code is not right. Please look at the slip of paper and type it again. The centre can also help by phone.
booking-cancel-sure = Cancel <b>{ $when }</b>?
booking-move-sure = Move it?
    Now: { $before }
    New time: <b>{ $after }</b>
booking-move-sure-again = Book the new time?
    Called off: { $before }
    New time: <b>{ $after }</b>
booking-button-confirm = ✅ I will be there
booking-button-move = 🔁 Move
booking-button-cancel = ❌ Cancel
booking-button-calendar = 📅 To my calendar
booking-button-calendar-cancelled = 📅 Remove from my calendar
booking-button-new = 📅 New booking
booking-button-cancel-sure = ❌ Yes, cancel
booking-button-move-rather = 🔁 Rather move it
booking-button-keep = Leave it as it is
booking-button-move-sure = ✅ Yes
booking-button-other-times = 🗓 Other times
booking-list = <b>My bookings</b>
booking-list-none = Nothing is booked in this chat just now. The code on the slip shows what was booked in another way.
booking-line =
    { $relation ->
        [child] { $when } · child
        [parent] { $when } · parent
        [other] { $when } · somebody else
       *[self] { $when }
    }
booking-reminder =
    { $kind ->
        [shift] ⏰ <b>Reminder: a volunteer shift</b>
       *[other] ⏰ <b>Reminder: a meeting at the centre</b>
    }
booking-called-off =
    { $kind ->
        [shift] <b>A change by the Centre.</b> We are sorry, this shift does not take place. Others are under /pomagam:
       *[other] <b>The centre has to change a time.</b> We are sorry, this meeting will not take place:
    }
booking-called-off-instead = Instead, with one tap:
booking-called-off-none = There are no other free times for now. The centre will phone, or help by phone.
booking-freed =
    { $kind ->
        [shift] Somebody gave back a volunteer shift ({ $title }):
       *[other] A time has become free:
    }
booking-calendar-title =
    { $kind ->
        [shift] Volunteer shift
       *[other] A meeting at the centre
    }
booking-calendar-note = The details are in the chat with Okienko.
booking-calendar-caption = Open this file to put the time into your calendar.
booking-calendar-caption-cancelled = Open this file to take the time out of your calendar.
command-zapisy = Book a time
command-moje = My bookings
