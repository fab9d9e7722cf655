# My calendar: a private link for a calendar program.
mine-kind =
    { $kind ->
        [shift] 🤝
        [room] 🏛
        [event] 🎪
        [meeting] 👥
       *[consultation] 📅
    }
mine-button-calendar = 📆 My calendar
mine-calendar-name = Okienko
mine-calendar-off = <b>Everything in the calendar of your phone</b>
    Okienko can give you a private link. Once it is added in a calendar program, everything that is booked shows there by itself, changes and cancellations too.
    It shows only "A meeting at the centre" or "Volunteer shift", the hour and the place.
mine-calendar-on = <b>The private link to your calendar works</b>
    Whoever has it sees hours and places. A new link: the old one stops working.
mine-calendar-made = ✅ <b>The link is in the next message</b>
    Please give it to nobody: whoever has it sees hours and places. A new link: the old one stops working.
mine-calendar-link = { $link }
mine-calendar-ended = The link no longer works. You can remove it from your calendar program.
mine-calendar-nowhere = No link can be made here now. Each booking can be added on its own with the button "To my calendar".
mine-button-make = 🔗 Make a link
mine-button-renew = 🔁 New link – the old one stops working
mine-button-end = 🚫 Switch the link off
