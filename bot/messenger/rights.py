"""Who may do what in a group or channel: administrators' rights, members' permissions, Telegram's words."""

from bot.messenger.tables import Chat, Json, Member

PRESENT = ("creator", "administrator", "member", "restricted")
"""The statuses of those who are in a chat now."""

ADMINISTRATOR = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"),
    *("can_promote_members", "can_change_info", "can_invite_users"),
    *("can_post_stories", "can_edit_stories", "can_delete_stories", "can_send_welcome_messages"),
)
"""The rights that every administrator's record tells; those below only where they exist."""
IN_GROUPS = ("can_pin_messages",)
IN_SUPERGROUPS = ("can_manage_topics",)
IN_CHANNELS = ("can_post_messages", "can_edit_messages")
MEMBER = (
    *("can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos"),
    *("can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages"),
    *("can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info", "can_invite_users"),
    *("can_pin_messages", "can_manage_topics"),
)
SENDING = tuple(name for name in MEMBER if name.startswith("can_send"))

_NEEDED = (
    ("text", "can_send_messages", "text messages"),
    ("photo", "can_send_photos", "photos"),
    ("video", "can_send_videos", "videos"),
    ("animation", "can_send_other_messages", "animations"),
    ("document", "can_send_documents", "documents"),
    ("voice", "can_send_voice_notes", "voice messages"),
    ("poll", "can_send_polls", "polls"),
    ("venue", "can_send_messages", "venues"),
    ("location", "can_send_messages", "locations"),
    ("contact", "can_send_messages", "contacts"),
)


def needed(content: Json) -> tuple[str, str]:
    """The permission that sending a content needs, and how Telegram calls such messages."""
    return next(((right, words) for field, right, words in _NEEDED if field in content), _NEEDED[0][1:])


def permitted(room: Chat, member: Member | None, right: str) -> bool:
    """Whether somebody who is in a group or channel has a right or a permission there."""
    if member is None or member.status not in PRESENT:
        return False
    if member.status == "creator":
        return True
    if member.status == "administrator":
        return bool((member.rights or {}).get(right, True))
    if room.type == "channel" or right not in MEMBER:
        return False
    own = (member.rights or {}).get(right, False) if member.status == "restricted" else True
    return bool(own and (room.permissions or {}).get(right, True))


def may_write(room: Chat, member: Member | None, content: Json) -> bool:
    """Whether somebody who is there may send a content."""
    return permitted(room, member, "can_post_messages" if room.type == "channel" else needed(content)[0])
