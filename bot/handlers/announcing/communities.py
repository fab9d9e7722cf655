"""Groups and channels: the bot is added, moved, muted or thrown out; an organiser says whose they are."""

from datetime import datetime

from aiogram import F, Router
from aiogram.enums import ChatMemberStatus
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from aiogram.types import (
    CallbackQuery,
    ChatMemberAdministrator,
    ChatMemberRestricted,
    ChatMemberUpdated,
    InlineKeyboardMarkup,
    Message,
)
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import communities
from bot.announcements.communities import Standing
from bot.handlers.announcing.buttons import Group, Groups
from bot.handlers.announcing.permission import organises
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor

membership = Router(name="the bot in groups")
moves = Router(name="groups that move")
router = Router(name="communities")
router.callback_query.filter(F.data.regexp(r"^s[gl](:|$)"), organises)
COMMAND = Command("spolecznosci", "communities", "spilnoty")
TYPING = ("community:name", "community:estate")


@membership.my_chat_member(F.chat.type != "private")
async def added_or_removed(
    change: ChatMemberUpdated, actor: Actor | None, house: House, session: AsyncSession, channel: str, now: datetime
) -> Replies:
    """Ask in private whoever added the bot, if an organiser; in the group itself nothing is said."""
    community, before = await communities.seen(
        session,
        now,
        channel=channel,
        chat_id=change.chat.id,
        kind="channel" if change.chat.type == "channel" else "group",
        title=change.chat.title or "",
        standing=_standing(change),
    )
    assert community.id is not None
    if community.centre is None:
        if actor is None or community.state == Standing.GONE or before == community.state:
            return []
        centres = await communities.organised_by(session, actor.account_id)
        return _say(actor.chat_id, _claim_screen(house, actor.language, community.id, community.name, centres))
    if before == community.state or community.state == Standing.ACTIVE:
        return []
    found = await communities.told_about(session, community)
    if found is None:
        return []
    chat_id, language = found
    key = "community-lost" if community.state == Standing.GONE else "community-muted"
    return _say(chat_id, Screen(house.texts.html(language or "pl", key, name=community.name)))


@moves.message(F.migrate_to_chat_id)
async def moved(message: Message, session: AsyncSession, channel: str) -> Replies:
    """The group became a supergroup."""
    assert message.migrate_to_chat_id is not None
    await communities.moved(session, channel, message.chat.id, message.migrate_to_chat_id)
    return []


@moves.message(F.migrate_from_chat_id)
async def moved_here(message: Message, session: AsyncSession, channel: str) -> Replies:
    """The same, told from the new number."""
    assert message.migrate_from_chat_id is not None
    await communities.moved(session, channel, message.migrate_from_chat_id, message.chat.id)
    return []


@router.message(COMMAND, organises)
async def command(message: Message, centre: str, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(message, await _list_screen(house, actor, session, centre))


@router.callback_query(Groups.filter())
async def listed(tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(tap, await _list_screen(house, actor, session, centre))


@router.callback_query(Group.filter())
async def act(
    tap: CallbackQuery,
    callback_data: Group,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """One tap about one group; each service call asks for the role in the group's own centre."""
    number, me = callback_data.id, actor.account_id
    match callback_data.act:
        case "claim":
            await communities.claim(session, now, me, number, callback_data.mark)
        case "help":
            found = await communities.own(session, me, number)
            await communities.describe(session, me, number, self_help=not found.self_help)
        case "town":
            await communities.describe(session, me, number, estate="")
        case "release":
            await communities.release(session, me, number)
            return show(tap, Screen(house.texts.html(actor.language, "community-released"), [_back(house, actor)]))
        case "name" | "estate":
            await communities.own(session, me, number)
            await state.set_state(f"community:{callback_data.act}")
            await state.update_data(community=number)
            key = "community-name-which" if callback_data.act == "name" else "community-estate-which"
            return show(tap, Screen(house.texts.html(actor.language, key), [_back(house, actor)]))
        case _:
            await communities.own(session, me, number)
    await state.set_state(None)
    return show(tap, await _screen(house, actor, session, number))


@router.message(F.text, ~F.text.startswith("/"), lambda _message, raw_state: raw_state in TYPING, organises)
async def typed(message: Message, actor: Actor, house: House, session: AsyncSession, state: FSMContext) -> Replies:
    """The name or the estate that was asked for."""
    number = int((await state.get_data()).get("community", 0))
    what = "name" if await state.get_state() == "community:name" else "estate"
    await communities.describe(session, actor.account_id, number, **{what: message.text or ""})  # type: ignore[arg-type]
    await state.set_state(None)
    return show(message, await _screen(house, actor, session, number))


def _standing(change: ChatMemberUpdated) -> Standing:
    member = change.new_chat_member
    if member.status in (ChatMemberStatus.LEFT, ChatMemberStatus.KICKED):
        return Standing.GONE
    if isinstance(member, ChatMemberRestricted) and not (member.is_member and member.can_send_messages):
        return Standing.NO_RIGHTS if member.is_member else Standing.GONE
    if change.chat.type == "channel":
        may = isinstance(member, ChatMemberAdministrator) and member.can_post_messages
        return Standing.ACTIVE if may else Standing.NO_RIGHTS
    return Standing.ACTIVE


def _claim_screen(house: House, language: str, number: int, name: str, centres: list[str]) -> Screen | None:
    known = [centre for centre in centres if house.catalogue.centre(centre)]
    if not known:
        return None
    rows = [[button(house.city(centre, language), Group(id=number, act="claim", mark=centre))] for centre in known]
    return Screen(house.texts.html(language, "community-which", name=name), rows)


async def _screen(house: House, actor: Actor, session: AsyncSession, number: int) -> Screen:
    texts, language = house.texts, actor.language
    community = await communities.own(session, actor.account_id, number)
    text = texts.html(
        language,
        "community-one",
        name=community.name,
        estate=community.estate or texts.plain(language, "community-whole-town"),
        standing=texts.plain(language, _STANDINGS[Standing(community.state)]),
        audience=texts.plain(language, "community-self-help" if community.self_help else "community-audience"),
    )
    help_key = "community-button-not-help" if community.self_help else "community-button-help"
    rows: list[Row] = [
        [
            button(texts.plain(language, "community-button-name"), Group(id=number, act="name")),
            button(texts.plain(language, "community-button-estate"), Group(id=number, act="estate")),
        ],
        [button(texts.plain(language, help_key), Group(id=number, act="help"))],
    ]
    if community.estate:
        rows.append([button(texts.plain(language, "community-button-town"), Group(id=number, act="town"))])
    rows.append([button(texts.plain(language, "community-button-release"), Group(id=number, act="release"))])
    return Screen(text, [*rows, _back(house, actor)])


async def _list_screen(house: House, actor: Actor, session: AsyncSession, centre: str) -> Screen:
    texts, language = house.texts, actor.language
    found = await communities.of_centre(session, centre)
    rows: list[Row] = [
        [button(f"{_SIGNS[Standing(c.state)]} {c.name}", Group(id=c.id or 0, act="open"))] for c in found
    ]
    key = "community-list" if found else "community-none"
    return Screen(
        texts.html(language, key, city=house.city(centre, language)),
        [*rows, way_out(texts, language)],
    )


def _back(house: House, actor: Actor) -> Row:
    return way_out(house.texts, actor.language, Groups())


def _say(chat_id: int, screen: Screen | None) -> Replies:
    if screen is None:
        return []
    markup = InlineKeyboardMarkup(inline_keyboard=screen.rows) if screen.rows else None
    return [SendMessage(chat_id=chat_id, text=screen.text, reply_markup=markup)]


_STANDINGS = {
    Standing.ACTIVE: "community-standing-active",
    Standing.NO_RIGHTS: "community-standing-no-rights",
    Standing.GONE: "community-standing-gone",
}
_SIGNS = {Standing.ACTIVE: "💬", Standing.NO_RIGHTS: "🔇", Standing.GONE: "🚪"}
