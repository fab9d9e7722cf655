# What may be wrong in a card that an organisation or a firm proposes.
proposal-too-long = That is too much text. Please be shorter: at most { $count ->
    [one] { $count } character
   *[other] { $count } characters
}.
proposal-no-pesel = This looks like a PESEL number. Please do not give such numbers here.
proposal-no-name = The name needs letters.
proposal-wrong-phone = This does not look like a phone number. Please give nine digits, for example 533 848 489.
proposal-wrong-hours = These hours cannot be read. Please write, for example: Mon–Fri 8:00–16:00.
proposal-wrong-topic = There is no such shelf. Please choose one from the list.
proposal-unfinished = The name, who does it, what it is, or a way to get in touch is still missing.
proposal-too-many = Three proposals are waiting for the centre's answer already. The next can be sent when the centre has answered.
proposal-no-centre = This centre is no longer here.
proposal-not-allowed = Only an organiser of this centre can accept or decline this proposal.
proposal-decided = This proposal has been decided already.
proposal-centre-full = Very many proposals are waiting in this centre already. Please try again in a few days.
