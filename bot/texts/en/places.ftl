# Times and bookings: refusals and warnings that anybody who books may meet.
places-gone = This time is no longer offered.
places-past = This time has already passed.
places-full = This time is taken: somebody booked it a moment earlier.
places-too-late = This time could be booked until { DATETIME($at, dateStyle: "full") }, { $hour }. A call to the Centre may help.
places-overlap =
    { $kind ->
        [consultation] There is already a consultation booked for that time: { DATETIME($at, dateStyle: "full") }, { $hour }.
        [meeting] There is already a meeting booked for that time: { DATETIME($at, dateStyle: "full") }, { $hour }.
        [room] There is already a room booked for that time: { DATETIME($at, dateStyle: "full") }, { $hour }.
        [event] There is already an event booked for that time: { DATETIME($at, dateStyle: "full") }, { $hour }.
        [shift] There is already a shift booked for that time: { DATETIME($at, dateStyle: "full") }, { $hour }.
        [titled] There is already something booked for that time: { $title }, { DATETIME($at, dateStyle: "full") }, { $hour }.
       *[other] There is already another booking for that time.
    }
places-too-many =
    { $most ->
        [one] There is already { $most } booking ahead, and that is the most at once. When one is over or cancelled, the next can be made.
       *[other] There are already { $most } bookings ahead, and that is the most at once. When one is over or cancelled, the next can be made.
    }
places-other-door = This cannot be booked here. Volunteer shifts are under /pomagam, groups under /zajecia.
places-ended = This booking has been cancelled. A new time can be chosen.
places-try-again = Somebody was changing this at the same moment. Please try once more.
places-not-yours = There is no such booking here. If there is a code on a slip of paper, please type it.
places-code-tries = A wrong code was typed several times today. Tomorrow you can try again; today a call to the Centre will help.
places-provider-busy = { $who }: there is something else at that time ({ DATETIME($at, dateStyle: "full") }, { $hour }). Please change the hours.
places-room-busy = { $who }: this place is taken at that time ({ DATETIME($at, dateStyle: "full") }, { $hour }). Please change the hours or the place.
places-name-wrong =
    { $most ->
        [one] A name or initials should have from 1 to { $most } character.
       *[other] A name or initials should have from 1 to { $most } characters.
    }
places-phone-wrong = This does not look like a phone number. At least 9 digits, please, for example 600 100 200.
places-no-day = The calendar has no such day: { $day }.{ $month }.{ $year }. Please give another one.
places-no-hour = There is no { $hour } on { DATETIME($day, dateStyle: "long") }: the clocks go forward that night. Please give another one.
