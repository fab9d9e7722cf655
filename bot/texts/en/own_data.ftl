# A person's own data: shown, handed over, erased (GDPR art. 15, 17 and 20).
own-title =
    <b>What Okienko keeps of this person</b>
    The details are in a file that can be read and opened in another program.
own-part-person = { $count ->
    [one] 👤 chat, language and town: { $count } entry
   *[other] 👤 chat, language and town: { $count } entries
}
own-part-messages = ✉️ notifications sent: { $count }
own-part-bookings = 📅 bookings: { $count }
own-part-announcements = 🔔 topics followed, events and announcements: { $count }
own-part-conversations = 💬 conversations with staff: { $count }
own-button-file = 📄 Get the file
own-button-erase = 🗑 Erase everything
own-button-erase-yes = 🗑 Yes, erase everything
own-button-show = See what is kept
own-file-comes = The file is on its way. It also says what bookings and conversations were about, so better not open it beside others.
own-file-caption = Everything that Okienko keeps of this person. The file can be saved or passed on.
own-ask =
    <b>Erase everything?</b>
    Gone will be: the chat's number, the language, bookings (those to come are cancelled), conversations with staff, notifications and roles.
    What stays are numbers without a person: how many bookings and conversations there were, about what, and how long they took. Of somebody who worked here the log keeps what was done, under another sign: accountability asks for it (GDPR art. 5(2)). Hours volunteered under an agreement stay in the centre's papers.
    Okienko cannot erase messages from this phone or the messenger's servers, nor backups made before today; those go after the time that the centre has set.
    This cannot be undone.
own-erased = Done. Okienko remembers nothing any more. Messages in this chat can be deleted in the messenger's settings. Whoever writes again begins anew.
own-erased-web = Done. Okienko remembers nothing any more. The chat on this page itself is wiped by "Quick exit". Whoever writes again begins anew.
