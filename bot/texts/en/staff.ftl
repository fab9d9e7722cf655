# Work in Okienko: for people with a role in the centre.
staff-button = 🗂 Work at the centre
staff-title = <b>{ $city }: work in Okienko</b>
staff-clerk =
    <b>At the counter</b>
    /zapisz – a booking for somebody who phones or came; also finding a code and the day's list
    /kolejka – who waits for a person's answer
    /telefony – whom to phone before tomorrow
    /sala – rooms and desks: requests, week, rules, next year's plan
    /grafik – the month's duties
    /nieobecnosc – somebody will miss a duty
    /dyzury raport – what people ask for and which hours are missing

    <b>Volunteering</b>
    /zmiany – the week's shifts, who came, new shifts
    /wolontariusze – who helps, consents, agreements
staff-adviser =
    <b>My duty</b>
    /dzis – today's list, who came and the topic in two taps
staff-organiser =
    <b>Announcements and events</b>
    /ogloszenie – a new announcement
    /ogloszenia – planned and sent
    /wydarzenie – a new event
    /plan – the year's plan
    /spolecznosci – the groups that Okienko writes to
    /kwartal – the quarter in numbers

    <b>Duties</b>
    /grafik – the month's roster
    /zamkniete – days on which the centre is closed
    /sala – rooms and desks: requests, week, rules, next year's plan
    /nieobecnosc – somebody will miss a duty
    /doradcy – who gives advice and who gets the day's list
    /dyzury raport – which hours to add or drop

    <b>What Okienko knows</b>
    /braki – questions without an answer
    /propozycje – cards that organisations proposed

    <b>Groups and courses</b>
    /programy – new ones, who asks, who came

    <b>Volunteering</b>
    /zmiany – the week's shifts, who came, new shifts
    /wolontariusze – who helps, consents, agreements

    <b>Conversations with residents</b>
    /pokoj – where the team answers
    /kolejka – who waits
    /tydzien – last week in numbers
