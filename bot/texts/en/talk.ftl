# Talking to a person and asking for a call: what a resident sees.
talk-button-begin = ✍️ Write to staff
talk-button-yes = ✅ Yes, pass it on
talk-button-bare = ✅ Yes, but without what came before
talk-button-state = ⏱ How does it stand?
talk-button-end = ✔️ End the conversation
talk-ask =
    <b>Pass the conversation on to the Centre's staff?</b>
    They will see:
talk-ask-question = • the last question: <i>{ $question }</i>
talk-ask-card = • the service last looked at: { $card }
talk-ask-language = • the language: { $spoken }
talk-ask-rest =
    • everything written or sent here afterwards, until the conversation ends
    No surname and no phone number are passed on.
talk-ask-warning = Please give no PESEL number and send no photos of documents. In danger: phone <b>112</b>.
talk-begun =
    <b>Passed on. Conversation number: { $number }.</b>
    From now on everything here goes to staff, and the machine is silent. Just go on: text, voice, a photo, a film or a file.
talk-title = <b>Conversation no. { $number }</b>
talk-place = Place in the line: { $place }.
talk-open = 🟢 The desk is open now.
talk-closed =
    { $when ->
        [today] 🔴 Nobody reads this now. Open today from { $opens }.
        [tomorrow] 🔴 Nobody reads this now. Open tomorrow from { $opens }.
        [mo] 🔴 Nobody reads this now. Open from Monday { $opens }.
        [tu] 🔴 Nobody reads this now. Open from Tuesday { $opens }.
        [we] 🔴 Nobody reads this now. Open from Wednesday { $opens }.
        [th] 🔴 Nobody reads this now. Open from Thursday { $opens }.
        [fr] 🔴 Nobody reads this now. Open from Friday { $opens }.
        [sa] 🔴 Nobody reads this now. Open from Saturday { $opens }.
        [su] 🔴 Nobody reads this now. Open from Sunday { $opens }.
       *[later] 🔴 Nobody reads this now. Open on { DATETIME($day, dateStyle: "long") } from { $opens }.
    }
talk-hours-unknown = The Centre has not told its hours yet.
talk-waits = The message waits and is not lost.
talk-taken = Answering: <b>{ $who }</b>. The reply comes here.
talk-taken-by-somebody = Somebody of the Centre's staff is answering. The reply comes here.
talk-snoozed = Staff will come back to this. You can go on writing.
talk-cannot-pass = This cannot be passed on to staff. Text, voice, a photo, a film or a file can.
talk-end-sure = End the conversation with staff?
talk-ended = <b>Conversation no. { $number } has ended.</b> The machine answers again.
talk-reopen-until = It can be taken up again until { DATETIME($date, dateStyle: "long") }.
talk-none = There is no open conversation with staff now.
talk-rated = Thank you for telling us.
talk-rated-already = That has been told already. Thank you.
talk-told-booked =
    <b>The time is booked.</b>
    🗓 { $when }
    📍 { $place }
    Code: <b>{ $code }</b>. To change or cancel it: /moje

call-button = 📞 Please phone me
call-button-skip = Skip
call-button-leave = ✖️ No, thank you
call-button-share = 📱 Give my number
call-ask-name =
    <b>Please phone me</b>
    Name, number and time are seen only by the Centre's staff, and go { $days } days after the talk. This is a request, not an application.

    What name should we ask for? A first name is enough.
call-ask-phone = Which number should we phone? For example: 600 700 800.
call-ask-phone-or-share = Which number should we phone? Type it, for example 600 700 800, or tap the button below. /anuluj – no call.
call-number-kept = Thank you, the number is noted.
call-ask-when = When is a good time? For example: <i>in the morning</i> or <i>Tuesday after 12</i>.
call-no-name = All right, without a name.
call-nameless = no name
call-not-yet = The number comes next. First the question before, please.
call-left = All right, no call. Nothing was kept.
call-asked =
    <b>Noted, number { $number }.</b> Staff will phone { $phone }.
    { $when }
    This is a request, not an application.
