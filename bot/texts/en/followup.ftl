# Short answers about the card that is being looked at, and typed wishes.
followup-title = <b>{ $name }</b>
followup-no-fee = The source does not say what it costs.
followup-no-phone = Nobody has confirmed a phone number yet, so we give none.
followup-no-documents = The source does not say which documents are needed.
followup-no-eligibility = The source does not say for whom it is.
followup-no-how = The source does not say how to apply.
followup-no-access = The source says nothing about a lift or a step-free entrance.
followup-no-hours = The source gives no hours.
followup-no-place = The source gives no address.
followup-ask = It is best to ask the Centre.

wish-bookings = Bookings are here:
wish-language = Shall we go on in English?
wish-language-already = We are speaking English already. Another language can be chosen:
wish-forget =
    <b>What Okienko remembers:</b> the number of the chat, the language, the town and, for one day at most, the last question and the service looked at last. Also bookings, notifications and conversations with staff, if there were any.
    <b>How to delete it:</b> the button “Start over” deletes the last question and service at once. The button below deletes everything, after one more question. Nothing has been deleted now.
wish-forget-web =
    <b>What Okienko remembers:</b> the language, the town, this conversation and, for one day at most, the last question and the service looked at last. Also bookings, notifications and conversations with staff, if there were any.
    <b>How to delete it:</b> the button “Quick exit” at the top erases the conversation at once and closes the page. The button below deletes bookings and conversations with staff, after one more question. Nothing has been deleted yet.
followup-nobody = The Centre has not confirmed any way to ask about this yet.
wish-machine = 🤖 A machine answers here – a computer program, not a person. It can be wrong.
    To talk to a person, tap the button below.
