# Talking to a person: what staff see in their room and what the resident hears. Titles of topics never hold names.
desk-title = { $danger ->
    [yes] ❗{" "}
   *[no] { "" }
}{ $number } · { $spoken } · { $kind ->
    [callback] call ·{" "}
   *[talk] { "" }
}{ $state ->
    [taken] in progress
    [snoozed] put aside
    [closed] closed
   *[waiting] waiting
}{ $again ->
    [yes] {" "}· repeated
   *[no] { "" }
}
desk-card = <b>{ $number } · { $spoken ->
    [uk] in Ukrainian
    [en] in English
   *[pl] in Polish
} · { $channel ->
    [web] chat on the page
   *[telegram] Telegram
}</b>{ $kind ->
    [callback] {" "}· asks for a call
   *[talk] { "" }
}
desk-card-danger = ❗ <b>Somebody may be in danger.</b> The emergency numbers were shown.
desk-card-case = About: { $case ->
    [booking] a booking problem
    [unknown] the bot did not know the answer
    [danger] urgent
   *[other] talk to a person
}
desk-card-question = Asked before: <i>{ $question }</i>
desk-card-shown = Card shown: { $name }
desk-card-call = First name: { $name } · when: { $when }
    A button shows the number. This is a request, not an application.
desk-words = { $text }
desk-words-before = <i>before: { $text }</i>
desk-again = <i>(possibly for the second time)</i>
desk-file-lost = <i>There was a file here that could not be fetched.</i>
desk-staff-says = 👤 { $text }
desk-button-take = ✋ I take it
desk-button-close = ✔️ Close
desk-button-reopen = ↩️ One more thing
desk-stars = { $n } ⭐
desk-told-taken = Speaking with you now: <b>{ $name }</b>.
desk-told-closed = The conversation is closed. If anything else is needed, you can come back to it for { $days } days.
desk-told-closed-rate = The conversation is closed. If anything else is needed, you can come back to it for { $days } days.
    Did it help? The answer is without a name: 1 is no, 5 is very much.
desk-told-passed = Conversation { $number } waits for you: it was passed on to you.
desk-told-not-shown = One of the messages could not be shown to staff. Please write it again or in another way.
desk-told-tried = We are calling as you asked, but nobody answers (try { $tries }). We will call again.
desk-told-not-reached = We could not reach you by phone. The request is closed; you can leave a new one at any time.
desk-told-waits = { $danger ->
    [yes] ❗ Urgent.{ " " }
   *[no] { "" }
}Conversation { $number } has waited for an answer for { $minutes ->
    [one] { $minutes }{ $danger ->
        [yes] { " " }minute
       *[no] { " " }working minute
    }
   *[other] { $minutes }{ $danger ->
        [yes] { " " }minutes
       *[no] { " " }working minutes
    }
}.
desk-told-second = { $danger ->
    [yes] ❗ Urgent.{ " " }
   *[no] { "" }
}Conversation { $number } has been without an answer for { $minutes ->
    [one] { $minutes }{ $danger ->
        [yes] { " " }minute
       *[no] { " " }working minute
    }
   *[other] { $minutes }{ $danger ->
        [yes] { " " }minutes
       *[no] { " " }working minutes
    }
}. Please take it if you can.
desk-told-coordinator = { $danger ->
    [yes] ❗ Urgent.{ " " }
   *[no] { "" }
}Conversation { $number } is still without an answer: { $minutes ->
    [one] { $minutes }{ $danger ->
        [yes] { " " }minute
       *[no] { " " }working minute
    }
   *[other] { $minutes }{ $danger ->
        [yes] { " " }minutes
       *[no] { " " }working minutes
    }
}. Reminders did not help.
desk-said-waits = ⏰ { $danger ->
    [yes] ❗ Urgent.{ " " }
   *[no] { "" }
}Without an answer for { $minutes ->
    [one] { $minutes }{ $danger ->
        [yes] { " " }minute
       *[no] { " " }working minute
    }
   *[other] { $minutes }{ $danger ->
        [yes] { " " }minutes
       *[no] { " " }working minutes
    }
}.
desk-said-morning = <b>{ $count ->
    [one] { $count } person is waiting
   *[other] { $count } people are waiting
}, the longest since { $day ->
    [today] today,
    [mon] Monday,
    [tue] Tuesday,
    [wed] Wednesday,
    [thu] Thursday,
    [fri] Friday,
    [sat] Saturday,
    [sun] Sunday,
   *[date] { $date },
} { $hour }.</b>
desk-said-morning-line = { $danger ->
    [yes] ❗{" "}
   *[no] { "" }
}{ $number } · { $spoken } · { $kind ->
    [callback] call ·{" "}
   *[talk] { "" }
}since { $day ->
    [today] today,
    [mon] Monday,
    [tue] Tuesday,
    [wed] Wednesday,
    [thu] Thursday,
    [fri] Friday,
    [sat] Saturday,
    [sun] Sunday,
   *[date] { $date },
} { $hour }
desk-said-not-shown = ⚠️ One message cannot be shown here. The other side knows.
desk-said-reopened = ↩️ The conversation is open again.
desk-said-woken = ⏰ A conversation that was put aside is back in the queue.
desk-said-blocked = ⚠️ The answer did not arrive: this person takes no more messages.
desk-said-left = ⚠️ This person left the page and erased the chat. No answer reaches them any more; only they can begin anew.
desk-said-uncertain = ⚠️ It is not known whether the answer arrived: the connection broke twice.
desk-said-not-sent = ⚠️ The answer was not sent: the messenger did not take it.
desk-room-trouble = Nothing reaches the staff room now: { $why ->
    [gone] the group is gone, or the bot was removed from it
    [no-rights] the bot may not write there or make topics
   *[no-forum] topics are switched off in the group
}. Nothing is lost: once that is mended, the conversations will come by themselves.
desk-room-well = The staff room works again. What waited is on its way there.
desk-not-yours = Only staff of this centre can do that.
desk-closed = Conversation { $number } is closed already.
desk-taken-by = { $name } has this conversation.
desk-not-taken = This conversation must be taken first.
desk-gone = This conversation is not there any more.
desk-too-late = Too late: the answer has gone out.
desk-too-old = It is too late to come back to this conversation. You can begin a new one.
desk-past = That moment is over. Please give a later one.
desk-no-colleague = This person has no role in this centre.
desk-person-gone = This person is no longer with the bot, so the answer has nowhere to go.
desk-edit-file = A changed file does not reach the other side. Please send the new file separately.
desk-edit-late = This answer was taken back. Please write a new one.
desk-room-taken = This group is the staff room of another centre.
desk-phone-wrong = This does not look like a phone number. Please give nine digits, or the number with its country code, like +380…
desk-name-missing = Please give a first name, so that we know whom to ask for.
desk-not-rated = This conversation cannot be rated.
