proposal-left = Stopped. Nothing was sent.
proposal-over = This form is already finished.
proposal-sent = Thank you. The Centre’s organiser will read it. After a yes the card appears in Okienko, marked as unconfirmed.
proposal-for-organisers = Proposed cards are read by the Centre’s organiser.
proposal-none = No proposal is waiting.
proposal-waiting = { $count ->
    [one] { $count } proposal is waiting.
   *[other] { $count } proposals are waiting.
} The oldest:
proposal-accepted = ✅ The card is in the catalogue.
proposal-declined = The proposal was declined and deleted.
proposal-source = Proposed by an organisation or firm and accepted by the Centre
proposal-summary = <b>Please check before it is sent:</b>
proposal-line = <b>{ $what }:</b> { $said }
proposal-button-send = ✅ Send to the Centre
proposal-button-skip = Skip
proposal-button-leave = ✖ Stop
proposal-button-accept = ✅ Accept
proposal-button-decline = ✖ Decline
proposal-ask-name =
    A new card in Okienko. What is the service or activity called?
    /anuluj stops at any time.
proposal-ask-provider = Who runs it? Please give the name of the organisation or firm, not of a person.
proposal-ask-what = What is it? One or two plain sentences.
proposal-ask-for_whom = For whom?
proposal-ask-cost = What does it cost?
proposal-ask-how = How to apply?
proposal-ask-phone = A phone number for questions? Not a person’s private number.
proposal-ask-hours = At what hours? For example: pn–pt 8:00–16:00.
proposal-ask-address = At what address?
proposal-ask-topic = On which shelf should the card stand?
proposal-label-name = Name
proposal-label-provider = Run by
proposal-label-what = What it is
proposal-label-for_whom = For whom
proposal-label-cost = Cost
proposal-label-how = How to apply
proposal-label-phone = Phone
proposal-label-hours = Hours
proposal-label-address = Address
proposal-label-topic = Shelf
proposal-button-resume = ↩ Back to the proposal
proposal-put-aside = The proposed card is waiting.
proposal-told-yes = Thank you for the proposal. The Centre has accepted it: the card is in Okienko.
proposal-told-no = Thank you for the proposal. This time the Centre has not accepted it.
