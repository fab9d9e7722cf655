button-centre = 📍 Change town
button-other-centre = 📍 Another town
button-language = 🌐 Language
button-privacy = 🔒 Privacy – more
button-outdated = This button no longer works, because something has changed. Here is what there is now.

greeting-where =
    <b>Hello! This is Okienko.</b>
    I help to find what the social-services centre offers.

    Which town is it?
greeting-menu =
    <b>Hello! This is Okienko: { $city }.</b>
    Please write in your own words what you need. For example: <i>something for a senior</i> or <i>activities for children</i>.

    Or choose a topic:
menu =
    <b>{ $city }</b>
    Please write what you need, or choose a topic:
centre-where = Which town is it?
centre-for-question = Gladly. One question first: which town is it?
centre-gone = That centre is no longer here. Please choose another:
centre-switch = 📍 Is this about { $city }?

topic-title = <b>{ $city }: { $topic }</b>
topic-home = 🏠 Home and daily life
topic-health = 🩺 Health
topic-family = 👪 Family and children
topic-seniors = 🧓 Seniors
topic-meetings = 🎲 Meeting people
topic-work = 💼 Work and learning
topic-office = 🏛 Official matters
topic-ngo = 🤝 Organisations
topic-volunteering = 💛 Volunteering

language-which = Which language shall we speak?

notice =
    ℹ️ A machine answers here, not a person. It can be wrong.
    Please do not write a PESEL number or send photos of documents.
privacy-any-centre = The social-services centre of the chosen town
privacy =
    <b>Privacy</b>
    <b>Who is responsible:</b> { $centre }.
    <b>What for:</b> to answer questions and help to find a service. Basis: a public task (GDPR art. 6(1)(e)).
    <b>What Okienko remembers:</b> the number of the chat, the chosen language and town, and the last question and the service looked at last. No name and no phone number.
    <b>How long:</b> the last question for one day at most, a chat on the Centre’s page for 30 days at most. “Quick exit” erases it at once. Questions that found no answer stay for 30 days without who asked and without numbers, names or addresses: the Centre sees them only once they have come three times. An answer to an invitation (“I’ll come”, “I won’t”) stays for 30 days after the event at most, then only the number of people. A card that an organisation or a firm proposes (the answers and who sent them) stays for 90 days at most; a declined one is deleted at once, an accepted one becomes a card.
    <b>Bookings:</b> the day and hour, for whom (no name) and what it is about, if that was said. Only the adviser and the booking desk see what it is about. 30 days after the meeting only a number is left.
    <b>Conversations with staff:</b> words and files until 90 days after the end; the centre's desk sees them. A request for a call: first name, number and when, until 7 days after the call.
    <b>Rights:</b> /moje_dane shows what is known, /usun_dane erases it. Data can be corrected, too, and one may object and complain to the President of UODO.
    No login or name is needed to ask. A message here is a request, not an official application.

privacy-inspector = <b>Data-protection inspector:</b> { $contact }
privacy-inspector-unknown = The Centre gives the contact of its data-protection inspector.

help =
    <b>How to use Okienko</b>
    • Please write in your own words what you need. Typos do no harm.
    • The buttons under a message lead on.
    • /start – start over
    • /zapisy – book a time, /moje – my bookings
    • /jezyk – change the language
    • /centrum – change the town
    • /prywatnosc – what happens to data
    • /nowa_karta – an organisation or firm proposes its card

    In danger: phone <b>112</b>.

human-title = 💬 <b>{ $centre }</b>
human-nothing-confirmed = The Centre has not confirmed a phone number or an address yet. We give no uncertain ones.
human-nobody-reads = Nobody from the Centre reads this chat now. In danger: phone <b>112</b>.

answer-unknown = I am not sure; it is better to ask a person. You can also write it differently or choose a topic:
answer-choices = Is it about …?
choice-none = None of these

content-voice = I cannot listen to recordings yet. Please write it in a few words.
content-picture = I do not look at pictures and films. Please write in a few words what it is about. Photos of documents are better not sent here.
content-document = I do not open files. Please write in a few words what it is about. Documents are better not sent here.
content-contact = I will not use this number or pass it on. Please write what you need.
content-location = I do not understand places on a map yet. Please write the town and what you need.
content-smile = 🙂 Please write what you need.
content-other = I cannot read this. Please write it in a few words.

group-private = I will answer in a private chat. Nobody else sees it there.
group-danger = If somebody is in danger now: phone <b>112</b>. The rest can be written in a private chat. Nobody of the group sees it there.
group-button = 💬 Private chat

error-unexpected = Something broke on our side and there is no answer. Please try again in a moment.

command-start = Start over
command-pomoc = How to use it
command-jezyk = Language / Język / Мова
command-centrum = Change the town
command-prywatnosc = What happens to data

smalltalk = 🙂 Good to hear. Please write what you need, or choose a topic:
