# Announcements: composing, audiences, the report; communities; what residents follow.
announce-refused = Announcements are sent by the people who run Okienko at their Centre. With anything else I can help right away: just write what is needed.
announce-what =
    <b>{ $city }: a new announcement</b>
    Please send it here as you would to a friend: a text, a photo with a caption, a video, a file or an album.

    Nothing is sent yet. /anuluj stops.
announce-what-again =
    <b>New content</b>
    Please send the whole announcement again: text, or a picture with a caption. Audience and time stay.
announce-text-now = It reads like this now (to copy):
announce-cancelled = Stopped. Nothing was sent. The draft, if there was one, waits in /ogloszenia.
announce-dropped = The draft is gone. Nothing was sent.
announce-empty = There is not a word in this announcement yet. Please write what it is about.
announce-wrong-kind = This cannot be announced. Please send a text, a photo, a video, a file or an album.
announce-text-too-long = The text is too long by { $over } characters. Please shorten it and send it again.
announce-caption-too-long = The caption is too long by { $over } characters. Please shorten it and send everything again.
announce-album-mixed = This file does not fit in: one album holds photos with videos, or files only, 10 at most. The rest of the album is in the draft.
announce-not-draft = This announcement is confirmed already and cannot be changed this way. It can be corrected in /ogloszenia.
announce-not-sent-yet = This announcement has not gone out yet, so there is nothing to take back.
announce-recalled-already = This announcement has been taken back already.
announce-no-audience = Nobody has been chosen yet.
announce-nobody = There is nobody in this audience now. Please choose others too.
announce-no-when = No time has been chosen yet.
announce-when-passed = That time has just passed. Please choose a new one.
announce-until-missing = Until when should it repeat? Please add the end, for example: "every Wednesday at 10 until 30 June".
announce-no-second = So many recipients need a second person's yes, and nobody else runs Okienko at this Centre.
announce-second-same = The yes has to come from somebody other than the author.
announce-author-left = This yes can no longer be given: the person who wrote the announcement does not run Okienko at this Centre any more. It can be written anew.
announce-no-day-left = There are only days off in that time, so it would never go out. Please change the time or what happens on days off.

announce-to-whom =
    <b>To whom?</b>
    A tap chooses, another one takes it back. Nothing is chosen beforehand. Whoever is in several audiences gets one message.
announce-to-whom-no-groups =
    <b>To whom?</b>
    A tap chooses, another one takes it back. Nothing is chosen beforehand.
    No group is connected yet: add Okienko to a group, and I will ask about it in private.
announce-cannot-write = 🔇 Okienko cannot write in these groups now: { $groups }.
announce-chosen = ✅ { $name }
announce-not-chosen = ⬜ { $name }
announce-group = Group: { $name }
announce-followers = { $topic } · { $count }
announce-few = up to{ "\u00A0" }4
announce-when =
    <b>When?</b>
    It can go at once, or write a time, for example: "on Thursday at 17", "5 December at 9" or "first Tuesday of the month at 10 until the end of June".
announce-read-back =
    🕒 { $said }
    If not, just write the time again.
announce-not-understood = 🕒 { $said }
announce-when-words = A time in words is needed here, for example "on Thursday at 17".
announce-now = at once
announce-no-time = no time chosen yet
announce-look =
    <b>A last look</b>
    Above is the announcement exactly as others will see it.
    <b>From:</b> { $who }
    <b>Groups:</b> { $groups }
    <b>People in private chats:</b> { $people }
    <b>When:</b> { $when }
announce-look-moved = 🌙 Nobody is rung between 21:00 and 8:00, so it goes out: { $moment }.
announce-look-second = ✋ So many recipients need the yes of a second person who runs Okienko.
announce-test-sent = 📨 A test message comes here in a moment, and the last look once more below it.
announce-planned = ✅ Done. The report will come here.
announce-waits = ✋ It waits for a second person's yes. They are being asked.
announce-sent-before = This announcement had been confirmed before. It does not go out twice.
announce-back-to-draft = It is a draft again. Nothing was sent.
announce-no-longer-asked = The words have changed and it is a draft again. Nothing was sent; the new words need a yes of their own.
announce-words-changed = The new words are kept. They needed a second person's yes, so it is a draft again: just send it once more.
announce-because-event = The event is over or was called off, so this invitation no longer goes out.
announce-asks-second = ✋ The announcement "{ $title }" waits for a second person's yes.

announce-button-next = Next ➜
announce-button-now = 📣 At once
announce-days-off-keep = Goes out on days off too
announce-days-off-skip = Not on days off
announce-days-off-next = From a day off to the next working day
announce-button-right = ✅ Yes, that is right
announce-button-whom = 👥 Audience
announce-button-when = 🕒 Time
announce-button-text = ✏️ Text
announce-button-send = 📣 Send
announce-button-plan = 📣 Schedule
announce-button-test = 📨 First a test to me
announce-button-drop = 🗑 Throw the draft away
announce-button-open = Open
announce-button-new = ➕ New announcement
announce-button-communities = 💬 Groups and channels
announce-button-newer = ← Newer
announce-button-older = Older →
announce-button-go-on = ✏️ Go on
announce-button-look = 👁 Show the announcement
announce-button-yes = ✅ Yes, send it
announce-button-no = ✖️ No, back to draft
announce-button-stop = ⏹ Stop
announce-button-correct = ✏️ Correct
announce-button-correct-yes = ✅ Correct it everywhere
announce-button-recall = ↩️ Take back
announce-button-paste = 📋 Text to paste
announce-button-poster = 🖨 A4 poster
announce-button-refresh = 🔄 Refresh
announce-button-leave = Leave it as it is
announce-button-unfollow = No more of this: { $topic }
announce-tail = Change notifications: /powiadomienia

announce-list =
    <b>{ $city }: announcements</b>
    🕒 scheduled · 🔁 repeated · ✅ sent · ✏️ draft · ✋ waits for a yes · ⏹ stopped · ↩️ taken back
announce-list-empty =
    <b>{ $city }: announcements</b>
    There is nothing here yet.
announce-no-words = (no words)
announce-one =
    <b>{ $title }</b>
    { $stage } · { $when }
announce-next-time = 🔁 <b>Next time:</b> { $moment }
announce-stage-draft = Draft
announce-stage-waiting = Waits for a second person
announce-stage-planned = Scheduled
announce-stage-done = Sent
announce-stage-stopped = Stopped
announce-stage-recalled = Taken back
announce-because-role = Stopped, because the person who wrote it no longer runs Okienko at this Centre.
announce-stop-sure = Stop it? What has not gone out yet will not go out.
announce-stopped = ⏹ Stopped. Messages not sent: { $count }.
announce-recall-sure = Take it back? What has not gone out will not. What has arrived is deleted where the messenger allows it (usually for 48 hours).
announce-recalling = ↩️ Taking it back. In a moment this page shows where it worked.
announce-correct-what =
    Please write the whole new text. Photos and files stay.
    /anuluj stops.
announce-correct-words = Only words can be corrected: please write the new text. Another picture needs a new announcement.
announce-correct-sure = This is how it will look. Where it has arrived already, it changes without a sound.
announce-correcting = ✏️ Correcting. In a moment this page shows where it worked.
announce-corrected = ✏️ <b>Correction:</b> changed { $done } of { $total }
announce-taken-back = ↩️ <b>Taking back:</b> deleted { $done } of { $total }
announce-count-failed = • did not work: { $count }
announce-poster-comes = 🖨 The poster comes here in a moment as a PDF file.
announce-poster-file = poster
announce-poster-source = As of { DATETIME($date, dateStyle: "long") }.
announce-poster-telegram = The poster with a code can be made in Telegram: there the code opens a chat with Okienko.
announce-poster-words = A poster needs words, and this announcement has none.

announce-progress =
    📣 <b>{ $title }</b>
    Sending: { $done } of { $total }
announce-finished =
    ✅ <b>{ $title }</b>
    Sending finished: { $done } of { $total }
announce-count-delivered = • delivered: { $count }
announce-count-pending = • on the way: { $count }
announce-count-migrated = • among them groups with a new number: { $count }
announce-count-blocked = • blocked by the recipient: { $count }
announce-count-gone = • chat no longer there: { $count }
announce-count-uncertain = • not known whether it arrived (not repeated): { $count }
announce-count-held-back = • not sent: { $count }
announce-trouble = ⚠️ { $group }: { $reason }
announce-reason-no-rights = Okienko may not write there
announce-reason-removed = Okienko is no longer there
announce-reason-uncertain = not known whether it arrived
announce-reason-message-gone = this message can no longer be changed
announce-reason-stopped = stopped
announce-reason-other = the messenger refused
announce-told-role-lost = ⏹ The announcement "{ $title }" did not go out, because its author no longer runs Okienko at this Centre.
announce-told-too-late = ⏹ The announcement "{ $title }" did not go out: Okienko was not running then, and now it would be too late.
announce-told-no-file = ⚠️ The announcement "{ $title }": its file could not be fetched (bots get files up to 20 MB), so in the chat on the page there are only the words.

community-which =
    Okienko is in "{ $name }" now. Which town's community is it?
    Until I know, I write nothing there.
community-refused = Only somebody who runs Okienko at the group's Centre can look after it.
community-taken = This group belongs to another Centre already.
community-released = The group is disconnected. I write nothing there.
community-list =
    <b>{ $city }: communities</b>
    💬 can be written to · 🔇 no right to write · 🚪 Okienko is no longer there
community-none =
    <b>{ $city }: communities</b>
    There are none yet. Add Okienko to a group or channel, and I will ask about it in private.
community-one =
    <b>{ $name }</b>
    Estate: { $estate }
    { $standing }
    { $audience }
community-whole-town = the whole town
community-standing-active = 💬 It can be written to.
community-standing-no-rights = 🔇 Okienko has no right to write there.
community-standing-gone = 🚪 Okienko is no longer there.
community-audience = It can be chosen as an audience of announcements.
community-self-help = A self-help group: it is not shown among the audiences, and nothing is announced there.
community-button-name = ✏️ Name
community-button-estate = 🏘 Estate
community-button-town = The whole town
community-button-help = It is a self-help group
community-button-not-help = It is not a self-help group
community-button-release = Disconnect
community-name-which = What should this community be called? Please write it.
community-estate-which = Which estate is it? Please write its name.
community-lost = 🚪 Okienko is no longer in "{ $name }". Announcements will not arrive there.
community-muted = 🔇 Okienko has lost the right to write in "{ $name }". Announcements will not arrive there.

following-button = 🔔 Notifications
following-title =
    <b>{ $city }: notifications</b>
    What should I write about? A tap turns it on, another one off. Nothing is on beforehand.
following-on = 🔔 { $topic }
following-off = ⬜ { $topic }
following-stopped = All right, nothing more about: { $topic }.
following-centre = Important for everybody
following-seniors = Seniors
following-parents = Parents
following-children-youth = Children and youth
following-volunteers = Volunteering
following-ngo = Organisations
