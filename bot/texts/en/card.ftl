card-title = <b>{ $name }</b>
card-what = { $text }
card-for-whom = 👤 <b>For whom:</b> { $text }
card-cost = 💰 <b>What it costs:</b> { $text }
card-how = 📝 <b>How to apply:</b> { $text }
card-documents = 📄 <b>Documents:</b> { $text }
card-capacity = 👥 <b>How many people:</b> { $text }
card-phone = 📞 <b>Phone:</b> { $number }{ $note }
card-hours = 🕘 <b>Hours:</b> { $days } { $opens }–{ $closes }{ $note }
card-where = 📍 <b>Where:</b> { $text }
card-access = ♿ <b>Access:</b> { $text }
card-email = ✉️ <b>E-mail:</b> { $text }
card-url = 🔗 <b>Page:</b> { $text }
card-more = ➕ { $text }
card-alert = ⚠️ { $text }
card-until = In the document: until { DATETIME($date, dateStyle: "long") }.
card-source = <i>Source: { $source }. As of { DATETIME($date, dateStyle: "long") }.</i>
card-gone = This is no longer offered, or has another name. Please start over or ask a person.
card-button-exemptions = 💰 Who does not pay?
status-active = ✅ Running.
status-intake-closed = ⚠️ Sign-up is closed.
status-planned = ⚠️ This is a plan. It is not known whether it runs yet. It is best to ask the Centre.
status-ended = ⚠️ This has ended. The Centre can say whether it will come again.
status-unconfirmed = ⚠️ The Centre has not confirmed that this still runs. It is best to ask.
fee-title = 💰 <b>{ $name }</b>
fee-sentence = { $text }
fee-free = <b>Those who do not pay:</b>
fee-row = • { $text }
fee-who-decides = The Centre decides on this. There is no need to write here whom it concerns.
day-mo = Mon
day-tu = Tue
day-we = Wed
day-th = Thu
day-fr = Fri
day-sa = Sat
day-su = Sun
card-open = 🟢 <b>Open now</b>, until { $until }
card-open-always = 🟢 <b>Open now</b>, day and night
card-closed =
    { $when ->
        [today] 🔴 <b>Closed now</b>, opens today at { $opens }
        [tomorrow] 🔴 <b>Closed now</b>, opens tomorrow at { $opens }
        [mo] 🔴 <b>Closed now</b>, opens on Monday at { $opens }
        [tu] 🔴 <b>Closed now</b>, opens on Tuesday at { $opens }
        [we] 🔴 <b>Closed now</b>, opens on Wednesday at { $opens }
        [th] 🔴 <b>Closed now</b>, opens on Thursday at { $opens }
        [fr] 🔴 <b>Closed now</b>, opens on Friday at { $opens }
        [sa] 🔴 <b>Closed now</b>, opens on Saturday at { $opens }
        [su] 🔴 <b>Closed now</b>, opens on Sunday at { $opens }
       *[later] 🔴 <b>Closed now</b>, opens on { DATETIME($day, dateStyle: "long") } at { $opens }
    }
card-until-past = In the document: until { DATETIME($date, dateStyle: "long") }. That day has passed.
card-age =
    { $years ->
        [one] <i>This information is over a year old.</i>
       *[other] <i>This information is over { $years } years old.</i>
    }
card-button-call = 📞 Call
card-button-map = 📍 Show on a map
card-button-share = 📤 Send to family
card-button-copy = 📋 Copy the message
card-button-send = 📤 Send
share-ready = <b>For a daughter, a son or a neighbour</b> – a message ready to be sent:
share-text = { $name } ({ $city }). { $what }
share-phone = Phone: { $number }.
share-ask = The social-services centre can tell more.
share-quote = <blockquote>{ $text }</blockquote>
card-as-of = <i>As of { DATETIME($date, dateStyle: "long") }.</i>
card-hours-later = 🕘 <b>Hours from { DATETIME($date, dateStyle: "long") }:</b> { $days } { $opens }–{ $closes }{ $note }
fee-until = ⚠️ In the programme until { DATETIME($date, dateStyle: "long") }. The rules after that day are not confirmed.
fees-others = All services in the programme cost the same. For a service outside the programme, please ask by its name.
fees-which = 💰 <b>{ $city }</b>
    That depends on the service. Which one is it? Please write its name or choose a topic:
share-status-active = As of { DATETIME($date, dateStyle: "long") }.
share-status-intake-closed = Sign-up is closed.
share-status-planned = This is a plan; it is not known whether it runs yet.
share-status-ended = This has ended.
share-status-unconfirmed = It is not known for certain whether this still runs.
