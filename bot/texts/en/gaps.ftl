# /braki: what people asked and Okienko did not find. Only organisers see it.
gaps-title =
    <b>{ $city }: questions without an answer</b>
    Several people asked this in the last { $days } days, and Okienko found nothing. The number says how many questions there were.
    Tap a question to see which card its words could be added to.
gaps-nothing =
    <b>{ $city }: questions without an answer</b>
    There is nothing here now. A question appears once it has come at least three times in { $days } days.
gaps-changed = This list has changed in the meantime. Here is what there is now.
gaps-one =
    <b>{ $count ->
        [one] { $count } similar question
       *[other] { $count } similar questions
    }</b>
    { $examples }

    Where is the answer? Please choose a card:
gaps-example = • <i>{ $text }</i>
gaps-which-card = Which card should these words be added to?
gaps-confirm =
    Add these words to the card <b>{ $card }</b>?
    { $words }

    Whoever asks like this will see that card. What the card says does not change.
gaps-word = • { $text }
gaps-added =
    ✅ Added to the card <b>{ $card }</b>:
    { $words }

    It works in every conversation within a few seconds.
gaps-put-aside = Put aside: these questions are no longer on the list.
gaps-undone = Undone. In a few seconds everything works as before, and the questions are back on the list.
gaps-undone-before = This is undone already.
gaps-history-title = <b>Words added</b>
gaps-history-nothing = Nothing has been added yet.
gaps-by-me = added from this account
gaps-by-another = added by somebody else
gaps-past-added =
    <b>{ $number }.</b> { DATETIME($day, dateStyle: "long") }, { $who }
    Card <b>{ $card }</b>:
    { $words }
gaps-past-aside = <b>{ $number }.</b> { DATETIME($day, dateStyle: "long") }, { $who }: put aside without a card
gaps-past-undone = ↩ Undone: { DATETIME($day, dateStyle: "long") }
gaps-refused = This page is for the people who run Okienko at their Centre. With anything else I can help right away: just write what is needed.
gaps-button-other-card = 📚 Another card
gaps-button-aside = Put aside, it fits no card
gaps-button-history = 🕓 What was added
gaps-button-yes = ✅ Yes, add them
gaps-button-undo = ↩ Undo
gaps-button-undo-number = ↩ Undo no. { $number }
