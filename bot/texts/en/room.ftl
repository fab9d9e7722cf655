# The staff room: a group with topics in which the team answers residents.
room-which = Okienko is in the group with topics “{ $name }”. Is it the staff room in which the team answers residents?
room-button = 🗂 Yes: { $city }
room-or-community = If it is a group of residents that announcements are to reach:
room-refused = This is the Centre's staff room. Without a role at this Centre nothing goes from here to residents.
room-no-topics = First turn topics on in this group's settings, and give Okienko the right to manage them.
room-in-private = The question is waiting in the private chat with Okienko.
room-how = Please add Okienko to a group with topics, give it the right to manage them, and write /pokoj in that group.
room-set =
    <b>{ $city }: the staff room is ready.</b>
    Each conversation gets its topic. A plain message in a topic is a note. Only a reply to the resident's own message, or after the button “Answer”, goes out.

room-button-release = ↩️ Give back
room-button-answer = 💬 Answer
room-button-card = 🗂 Card…
room-button-slot = 🗓 Time
room-button-note = 📝 Note?
room-button-pass = ➡️ Pass on
room-button-snooze = 💤 Put aside
room-button-phone = 📞 Show the number
room-button-reached = ✅ Talked
room-button-not-reached = 📵 No answer
room-button-unit = To a unit…
room-snooze-2h = 2 hours
room-snooze-next = Until the next opening
room-snooze-week = A week
room-how-note = A plain message in a topic is a note: only the team sees it. Only a reply to the person's own message, or after “Answer”, goes out.
room-how-card = Please write /karta and a part of the name in this topic, for example: /karta kran
room-how-unit = Please write /przekaz and where to in this topic, for example: /przekaz prawnik

room-toast-taken = The conversation is taken until { $until }. Others see it.
room-toast-released = The conversation is back in the line.
room-toast-reopened = The conversation is open again.
room-toast-snoozed = Put aside: { $until }
room-toast-closed = The conversation is closed.
room-toast-passed = { $who } has the conversation now.
room-toast-reached = Noted: they were phoned.
room-toast-missed = Noted: nobody answered. Try { $tries }.
room-toast-booked = The time is booked.
room-toast-proposed = The proposal is waiting for the organiser.
room-phone = { $name }: { $phone }. When: { $when }

room-answer-to = <a href="tg://user?id={ $id }">{ $name }</a>
room-answer-prompt = 💬 To the person of conversation { $number }: please reply to this message.
room-answer-placeholder = To the resident…
room-goes-out = 📤 Goes to the person after 10 seconds.
room-button-take-back = ↩️ Take back
room-taken-back = ↩️ Taken back. Nothing went out.
room-held = ✋ Not sent. { $who } has this conversation. The reply waits: once the conversation is passed on, it can be sent.
room-button-let-go = 📤 Send
room-was-note = This was kept as a note. Was it meant for the person?
room-button-send-note = 📤 Send to the person
room-cannot-pass = This cannot be sent to the person. Text, voice, a photo, a film or a file can.
room-commands = In this topic these work: /karta, /termin, /przekaz and /kolejka.
room-unit-how = Please add where to, for example: /przekaz prawnik
room-passed-unit = ➡️ Passed on: { $unit }. The conversation waits in the line.
room-shut-by-hand = The topic is open again, because the conversation still goes on. The “Close” button under the first message ends it.
room-said-ended = ✔️ The other side has ended the conversation.

room-no-card = There is no such card. Please try another word, for example: /karta kran
room-answer-sure =
    <b>Send this to the person?</b>

    { $text }
room-button-send = 📤 Send
room-button-propose = 💡 For a card
room-propose =
    <b>A card proposed to the organiser.</b> Please check that it says nothing of any person.
    Name: { $name }
    Words: { $what }
room-button-propose-sure = 💡 Propose
room-proposed = 💡 Proposed as a card: { $name }. The organiser decides: /propozycje
room-proposal-how = Please ask at the Centre.

room-slots = <b>A time for the person of conversation { $number }.</b> One tap books it. Or type: /termin prawnik wtorek
room-no-slots = There are no such free times for the person of conversation { $number }.
room-button-later = Later ▶
room-booked =
    🗓 Booked: { $when }, { $place }. Code { $code }.
    The person of this conversation has been told.

room-queue-empty = Nobody is waiting.
room-week-comes = Last week's figures are on their way.
room-week-title = { $city }: conversations from { DATETIME($since, dateStyle: "long") }
room-week-topics = What it was about
room-week-numbers = In numbers
room-week-opened = All
room-week-callbacks = Requests for a call
room-week-unanswered = Without a person's answer
room-week-first = To the first answer (working min)
room-week-close = To closing (working min)
room-week-rating = Rating (1–5)
room-week-few = fewer than { $few }
room-week-note = Minutes are those in which the desk was open; the median. Numbers under { $few } are not told.
room-week-caption = Last week's conversations
