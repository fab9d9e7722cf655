# Waiting lists: that it is a list and no place; a free place and until when it is held; answers, late ones too.
waiting-button-join = 🕒 Join the waiting list
waiting-button-open = 🕒 My place on the list
waiting-button-take = ✅ I take it
waiting-button-take-beside = ✅ I take it all the same
waiting-button-pass = Not this time
waiting-button-leave = Leave the list
waiting-button-leave-sure = Yes, leave the list
waiting-button-stay = Stay on the list
waiting-line = 🕒 list (no. { $position }) · { $when }
waiting-line-offer = 🔔 a free place · { $when }
waiting-joined = 🕒 <b>You are on the waiting list</b>
waiting-standing = 🕒 <b>Waiting list</b>
waiting-is-a-list =
    Your number on the list: <b>{ $position }</b>. It is a list, not a place yet.
    When something becomes free, a message comes here and says until when the place is held.
waiting-what = <b>{ $title }</b>
waiting-together = Several people wait here together. To book separately, please leave the list first (/moje).
waiting-people =
    { $people ->
        [one] 👥 { $people } person
       *[other] 👥 { $people } people, only together
    }
waiting-offer =
    { $kind ->
        [shift] 🔔 <b>There is a free place on a volunteer shift</b>
        [event] 🔔 <b>There is a free place at an event</b>
        [room] 🔔 <b>A room has become free</b>
       *[other] 🔔 <b>A place has become free: a meeting at the Centre</b>
    }
waiting-offer-until = The place is held until: <b>{ $until }</b>. After that the next person on the list gets it.
waiting-lapsed =
    { $left ->
        [yes]
            <b>This is no longer on the list.</b> There was no answer twice in a row, so the place on the list went to others:
       *[no]
            <b>The time to answer is over</b>, and the free place went on. Your place on the list stays. Without an answer twice in a row it goes to others:
    }
waiting-ended = <b>The waiting list is closed.</b> This will not take place:
waiting-in-vain = <b>There is no place this time.</b> Booking is closed now, and so is the waiting list:
waiting-passed-now = <b>All right, not this time.</b> The free place went on, the list stays:
waiting-left-now = <b>This is no longer on the list.</b> Thank you for telling us.
waiting-leave-sure = Leave the list for <b>{ $when }</b>? You can join again later, at its end.
waiting-done-together =
    { $people ->
        [one] ✅ <b>Booked: { $people } person</b>
       *[other] ✅ <b>Booked: { $people } people</b>
    }
waiting-over = <b>This place on the list is gone.</b>
waiting-free = There is a free place right now, no list is needed. You can book it at once.
waiting-too-late = It begins very soon, so a list could not help in time. If somebody cancels, the free time appears right away under bookings.
waiting-too-big =
    { $most ->
        [one] There is { $most } place here at most, and people wait only together. Please choose fewer people.
       *[other] There are { $most } places here at most, and people wait only together. Please choose fewer people.
    }
waiting-has-place = This place is booked already (/moje).
waiting-other-party = One of these people is on this list already, with others. To change that, please leave the list first (/moje).
waiting-too-many =
    { $most ->
        [one] That is { $most } list already, the most at one time. You can leave one of them (/moje).
       *[other] That is { $most } lists already, the most at one time. You can leave one of them (/moje).
    }
waiting-not-enough =
    { $free ->
        [one] There is { $free } free place, too few for everybody. You can wait together on the list.
       *[other] There are { $free } free places, too few for everybody. You can wait together on the list.
    }
waiting-answer-first = This place is being held for an answer from the list. Please answer the message about the free place (/moje).
waiting-not-yours = There is no such place on a list here. /moje shows your bookings and lists.
waiting-late = The time to answer is over, and the free place went on. /moje shows what is still on a list.
waiting-passed = The answer was “not this time”, so this free place went on. The list stays, and we will write next time.
waiting-taken = This place is booked already: { DATETIME($at, dateStyle: "full") }, { $hour }. It can be cancelled under /moje.
waiting-left = This place on the list is gone, so it cannot be answered. You can join the list again.
waiting-report =
    { $hours ->
        [0] 🕒 Waiting lists: of { $freed } places that became free, { $taken } were taken from the list.
        [one] 🕒 Waiting lists: of { $freed } places that became free, { $taken } were taken from the list, usually within { $hours } hour.
       *[other] 🕒 Waiting lists: of { $freed } places that became free, { $taken } were taken from the list, usually within { $hours } hours.
    }
own-part-waiting = 🕒 waiting lists: { $count }
