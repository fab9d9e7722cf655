"""The Bot API's objects made from rows: User, Chat, Message, ChatMember, File."""

from typing import Any

from bot.messenger import rights
from bot.messenger.tables import Chat, Member, Message, StoredFile, User

Json = dict[str, Any]

MEDIA = ("photo", "video", "animation", "document", "voice")
"""The fields of a message's content that hold a file."""
SERVICE = (
    *("new_chat_members", "left_chat_member", "pinned_message", "migrate_to_chat_id", "migrate_from_chat_id"),
    *("group_chat_created", "channel_chat_created"),
    *("forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened"),
    *("general_forum_topic_hidden", "general_forum_topic_unhidden"),
)
"""The fields of which a service message has one: nobody wrote it."""


def user(row: User) -> Json:
    shown: Json = {"id": row.id, "is_bot": False, "first_name": row.first_name}
    if row.language_code:
        shown["language_code"] = row.language_code
    return shown


def deleted_user(user_id: int) -> Json:
    """As Telegram shows somebody who is gone."""
    return {"id": user_id, "is_bot": False, "first_name": ""}


def group_chat(room: Chat) -> Json:
    shown: Json = {"id": room.chat_id, "type": room.type, "title": room.title or ""}
    return shown | {"is_forum": True} if room.is_forum else shown


def message(row: Message, chat: Json, sender: Json) -> Json:
    """A Message without the one it answers. Reply keyboards are no part of it, as in Telegram.

    In a channel it is the channel that speaks.
    """
    shown: Json = {
        "message_id": row.message_id,
        **({"sender_chat": chat} if chat["type"] == "channel" else {"from": sender}),
        "chat": chat,
        "date": int(row.date.timestamp()),
        **row.content,
    }
    if row.thread_id:
        shown |= {"message_thread_id": row.thread_id, "is_topic_message": True}
    if row.edit_date:
        shown["edit_date"] = int(row.edit_date.timestamp())
    if row.markup and "inline_keyboard" in row.markup:
        shown["reply_markup"] = row.markup
    return shown


def member(status: str, who: Json, given: Json | None = None) -> Json:
    """A ChatMember; ``given``: an administrator's rights, what a restricted member may do."""
    shown: Json = {"status": status, "user": who}
    if status in ("creator", "administrator"):
        shown["is_anonymous"] = False
    if status == "administrator":
        shown |= dict.fromkeys(rights.ADMINISTRATOR, False) | {"can_be_edited": False} | (given or {})
    if status == "restricted":
        shown |= {"is_member": True} | dict.fromkeys(rights.MEMBER, False) | (given or {})
    if status in ("kicked", "restricted"):
        shown["until_date"] = 0
    return shown


def member_of(row: Member, who: Json) -> Json:
    """The same of a row."""
    return member(row.status, who, row.rights)


def file(row: StoredFile) -> Json:
    """A File; ``file_path`` is what the download address ends with."""
    suffix = row.name.rpartition(".")[2] if "." in row.name else ""
    suffix = f".{suffix}" if suffix.isascii() and suffix.isalnum() and len(suffix) <= 8 else ""
    return {
        "file_id": row.file_id,
        "file_unique_id": row.unique_id,
        "file_size": row.size,
        "file_path": f"{row.folder}/{row.file_id}{suffix}",
    }
