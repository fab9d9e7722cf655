"""Groups and channels as people make and lead them: who is in, who may do what."""

import secrets
from collections.abc import Mapping

from sqlmodel import col, select

from bot.messenger import rights
from bot.messenger.exchange import Change, Exchange
from bot.messenger.groups import change_membership, upgrade
from bot.messenger.objects import Json
from bot.messenger.own_chats import NotPossible, own_chat, own_topic, plain_line
from bot.messenger.rights import PRESENT
from bot.messenger.tables import Chat, Member, User
from bot.messenger.topics import GENERAL, may_write_in


class Gathering:
    """The part of `PeopleSide` about groups and channels. Every method raises `NotPossible` when it cannot."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def create_group(self, title: str, user_id: int) -> int:
        """Make a group with this person in it; returns its (negative) id."""
        async with self._exchange.change() as change:
            room = await self._made(change, "group", -(10**9 + secrets.randbelow(10**11)), title, user_id)
            return room.chat_id

    async def create_channel(self, title: str, user_id: int) -> int:
        """Make a channel of this person; returns its (negative) id."""
        async with self._exchange.change() as change:
            number = -(10**12 + 10**9 + secrets.randbelow(9 * 10**9))
            room = await self._made(change, "channel", number, title, user_id)
            return room.chat_id

    async def settle_group(self, chat_id: int, title: str, members: Mapping[int, str]) -> None:
        """A group under a number that one chooses, made if there is none: the first member's own.

        ``members``: ids and first names; who is missing joins. For groups that must be found again
        after a restart.
        """
        async with self._exchange.change() as change:
            for user_id, name in members.items():
                if user_id not in self._exchange.bots and await change.session.get(User, user_id) is None:
                    change.session.add(User(id=user_id, first_name=plain_line(name, 64) or "?"))
            await change.session.flush()
            first = next(iter(members))
            room = await change.room(0, chat_id) or await self._made(change, "group", chat_id, title, first)
            if room.upgraded_to:
                room = await change.room(0, room.upgraded_to) or room
            for user_id in members:
                # Who was sent out on the stage stays out.
                if await change.member(room, user_id) is None:
                    await change_membership(change, room, user_id, "member", by=first)

    async def settle_forum(self, chat_id: int, title: str, members: Mapping[int, str], bot_id: int) -> None:
        """A forum under a number that one chooses, led by a bot, with exactly these people in it.

        Made if there is none. Who is not among ``members`` any more is out at once; nobody is told of
        who comes and goes.
        """
        async with self._exchange.change() as change:
            room = await change.room(0, chat_id)
            if room is None:
                room = Chat(bot_id=0, chat_id=chat_id, type="supergroup", started=True, created_at=change.now)
                room.last_message_id = GENERAL  # no message may have the General topic's number
            title = plain_line(title, 128) or "?"
            if room.id is None or room.title != title or not room.is_forum:
                room.title, room.is_forum = title, True
                change.session.add(room)
            for user_id, name in members.items():
                if await change.session.get(User, user_id) is None:
                    change.session.add(User(id=user_id, first_name=plain_line(name, 64) or "?"))
            await change.session.flush()
            assert room.id is not None
            query = select(Member).where(Member.room_id == room.id)
            known = {member.user_id: member for member in await change.session.exec(query)}
            wanted = dict.fromkeys(members, "member") | {bot_id: "administrator"}
            for user_id in known.keys() | wanted.keys():
                member = known.get(user_id) or Member(room_id=room.id, user_id=user_id, status="left")
                status = wanted.get(user_id, "left")
                if member.status != status:
                    member.status = status
                    member.rights = _administrator(room) if status == "administrator" else None
                    change.session.add(member)

    async def make_forum(self, user_id: int, chat_id: int) -> None:
        """As the creator turn topics on in a supergroup."""
        async with self._exchange.change() as change:
            room = await self._gathering(change, user_id, chat_id)
            await self._led(change, room, user_id)
            if room.type != "supergroup":
                raise NotPossible("no rights")
            room.is_forum, room.last_message_id = True, max(room.last_message_id, GENERAL)
            change.session.add(room)

    async def _made(self, change: Change, kind: str, chat_id: int, title: str, user_id: int) -> Chat:
        room = Chat(
            bot_id=0,
            chat_id=chat_id,
            type=kind,
            title=plain_line(title, 128) or "?",
            started=True,
            created_at=change.now,
        )
        change.session.add(room)
        await change.session.flush()
        assert room.id is not None
        change.session.add(Member(room_id=room.id, user_id=user_id, status="creator"))
        await change.session.flush()
        return room

    async def add_member(self, user_id: int, chat_id: int, new_id: int) -> None:
        """Take somebody, person or bot, into a group that one is in. A bot in a channel is an administrator."""
        async with self._exchange.change() as change:
            room = await self._gathering(change, user_id, chat_id)
            if room.type == "channel" and await change.status(room, user_id) != "creator" and user_id != new_id:
                raise NotPossible("not yours")
            await self._known(change, new_id)
            if await change.status(room, new_id) in PRESENT:
                return
            if room.type == "channel" and new_id in self._exchange.bots:
                given = _administrator(room)
                await change_membership(change, room, new_id, "administrator", by=user_id, rights=given)
            else:
                await change_membership(change, room, new_id, "member", by=user_id)

    async def join_channel(self, user_id: int, chat_id: int) -> None:
        """Begin to read a channel: those are open to everybody."""
        async with self._exchange.change() as change:
            room = await change.room(0, chat_id)
            if room is None or room.type != "channel":
                raise NotPossible("no chat")
            await self._known(change, user_id)
            if await change.status(room, user_id) not in PRESENT:
                await change_membership(change, room, user_id, "member", by=user_id)

    async def remove_member(self, user_id: int, chat_id: int, gone_id: int) -> None:
        """Leave a group, or as its creator send somebody out."""
        status = "left" if user_id == gone_id else "kicked"
        async with self._exchange.change() as change:
            room = await self._gathering(change, user_id, chat_id)
            if status == "kicked":
                await self._led(change, room, user_id)
            await self._known(change, gone_id)
            await change_membership(change, room, gone_id, status, by=user_id)

    async def promote(self, user_id: int, chat_id: int, whom: int, **given: bool) -> None:
        """As the creator make somebody an administrator, with all rights but those given as False."""
        await self._stand(user_id, chat_id, whom, "administrator", given)

    async def restrict(self, user_id: int, chat_id: int, whom: int, **given: bool) -> None:
        """As the creator leave somebody, in a supergroup, only the permissions given as True."""
        await self._stand(user_id, chat_id, whom, "restricted", given)

    async def make_member(self, user_id: int, chat_id: int, whom: int) -> None:
        """As the creator take an administrator's rights, or a restriction, back."""
        await self._stand(user_id, chat_id, whom, "member", {})

    async def _stand(self, user_id: int, chat_id: int, whom: int, status: str, given: Mapping[str, bool]) -> None:
        async with self._exchange.change() as change:
            room = await self._gathering(change, user_id, chat_id)
            await self._led(change, room, user_id)
            if whom == user_id or await change.status(room, whom) not in PRESENT:
                raise NotPossible("no chat")
            if status == "restricted" and room.type != "supergroup":
                raise NotPossible("no rights")
            all_of = _administrator(room) if status == "administrator" else dict.fromkeys(rights.MEMBER, False)
            told = None if status == "member" else all_of | {k: v for k, v in given.items() if k in all_of}
            await change_membership(change, room, whom, status, by=user_id, rights=told)

    async def permit(self, user_id: int, chat_id: int, **given: bool) -> None:
        """As the creator say what members may do there: what is not given as False."""
        async with self._exchange.change() as change:
            room = await self._gathering(change, user_id, chat_id)
            await self._led(change, room, user_id)
            room.permissions = dict.fromkeys(rights.MEMBER, True) | {k: given[k] for k in rights.MEMBER if k in given}
            change.session.add(room)

    async def upgrade_group(self, user_id: int, chat_id: int) -> int:
        """As the creator make a supergroup of a group; returns its id. The old id leads people there too."""
        async with self._exchange.change() as change:
            room = await self._gathering(change, user_id, chat_id)
            await self._led(change, room, user_id)
            if room.type != "group":
                raise NotPossible("no chat")
            return await upgrade(change, room, by=user_id)

    async def groups_of(self, user_id: int) -> list[tuple[int, str]]:
        """The groups and channels that a person is in: id and title."""
        async with self._exchange.look() as change:
            query = (
                select(Chat)
                .join(Member, col(Member.room_id) == col(Chat.id))
                .where(Member.user_id == user_id, col(Member.status).in_(PRESENT), col(Chat.upgraded_to).is_(None))
                .order_by(col(Chat.id))
            )
            return [(room.chat_id, room.title or "") for room in await change.session.exec(query)]

    async def may_write(self, user_id: int, chat_id: int, thread_id: int | None = None) -> bool:
        """Whether this person may write a text there, or in a topic. Raises `NotPossible` for a chat of others."""
        async with self._exchange.look() as change:
            room = await own_chat(change, user_id, chat_id)
            if room.type == "private":
                return True
            member, topic_id = await change.member(room, user_id), await own_topic(change, room, thread_id)
            return rights.may_write(room, member, {"text": ""}) and await may_write_in(
                change, room, topic_id, member, user_id
            )

    async def _gathering(self, change: Change, user_id: int, chat_id: int) -> Chat:
        room = await own_chat(change, user_id, chat_id)
        if room.type == "private":
            raise NotPossible("no chat")
        return room

    async def _led(self, change: Change, room: Chat, user_id: int) -> None:
        if await change.status(room, user_id) != "creator":
            raise NotPossible("not yours")

    async def _known(self, change: Change, user_id: int) -> None:
        if user_id not in self._exchange.bots and await change.session.get(User, user_id) is None:
            raise NotPossible("no chat")


def _administrator(room: Chat) -> Json:
    """All rights of an administrator there."""
    own: tuple[str, ...] = rights.IN_CHANNELS if room.type == "channel" else rights.IN_GROUPS
    own += rights.IN_SUPERGROUPS if room.type == "supergroup" else ()
    return dict.fromkeys((*rights.ADMINISTRATOR, *own), True)
