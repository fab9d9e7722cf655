"""/ogloszenia: what was announced and will be; stop, correct, take back, paste elsewhere, print."""

from datetime import date, datetime

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import announcements, report
from bot.announcements.announcements import Stage
from bot.announcements.content import Content
from bot.handlers.announcing import elsewhere
from bot.handlers.announcing import listing_screens as screens
from bot.handlers.announcing.buttons import Item, Items
from bot.handlers.announcing.permission import organises
from bot.handlers.announcing.taking_in import SENT_BY_PEOPLE, as_reply, entities_of
from bot.handlers.menu import House
from bot.handlers.view import Screen, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor

COMMAND = Command("ogloszenia", "announcements", "oholoshennya")
CORRECT = "announce:correct"
SAID = {
    Stage.DRAFT: "announce-no-longer-asked",
    Stage.WAITING: "announce-waits",
    Stage.PLANNED: "announce-planned",
    Stage.DONE: "announce-sent-before",
    Stage.STOPPED: "announce-sent-before",
    Stage.RECALLED: "announce-sent-before",
}
"""What a yes has led to."""

router = Router(name="announcements")
router.callback_query.filter(F.data.regexp(r"^a[il](:|$)"), organises)


@router.message(COMMAND, organises)
async def command(message: Message, centre: str, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(message, await _list(house, actor, session, centre, 0))


@router.callback_query(Items.filter())
async def listed(
    tap: CallbackQuery, callback_data: Items, centre: str, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    return show(tap, await _list(house, actor, session, centre, max(0, min(callback_data.page, 10_000))))


@router.callback_query(Item.filter())
async def act(
    tap: CallbackQuery,
    callback_data: Item,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    username: str,
    now: datetime,
) -> Replies:
    """One tap about one announcement; the service asks for the role in its centre each time."""
    number, me, texts, language = callback_data.id, actor.account_id, house.texts, actor.language
    announcement = await announcements.own(session, me, number)
    note = ""
    match callback_data.act:
        case "yes":
            closed = on_card(house, announcement.centre)
            stage = await announcements.second_yes(session, now, me, number, closed=closed)
            note = texts.html(language, SAID[stage])
        case "no":
            await announcements.back_to_draft(session, now, me, number)
            note = texts.html(language, "announce-back-to-draft")
        case "look":
            return [
                AnswerCallbackQuery(callback_query_id=tap.id),
                as_reply(Content.read(announcement.content), actor.chat_id),
            ]
        case "stop":
            return show(
                tap, screens.sure_screen(house, actor, number, "announce-stop-sure", "stopyes", "announce-button-stop")
            )
        case "recall":
            key, label = "announce-recall-sure", "announce-button-recall"
            return show(tap, screens.sure_screen(house, actor, number, key, "recallyes", label))
        case "stopyes":
            waiting = await announcements.stop(session, now, me, number)
            note = texts.html(language, "announce-stopped", count=str(waiting))
        case "recallyes":
            await announcements.recall(session, now, me, number)
            note = texts.html(language, "announce-recalling")
        case "correct":
            await state.set_state(CORRECT)
            await state.set_data({"announcement": number})
            return show(tap, screens.correct_screen(house, actor, announcement))
        case "correctyes":
            given = await state.get_data()
            if given.get("announcement") != number or "text" not in given:
                return show(tap, await item_screen(house, actor, session, number, now))
            corrected = await announcements.correct(session, now, me, number, given["text"], given["entities"])
            await state.clear()
            again = corrected.state == Stage.DRAFT
            note = texts.html(language, "announce-words-changed" if again else "announce-correcting")
        case "paste":
            return await elsewhere.paste(tap, house, actor, session, announcement, username)
        case "poster":
            await elsewhere.owe_poster(house, actor, session, now, announcement, username)
            note = texts.html(language, "announce-poster-comes")
    return show(tap, await item_screen(house, actor, session, number, now, note=note))


@router.message(Command("anuluj", "cancel", "skasuvaty"), lambda _message, raw_state: raw_state == CORRECT)
async def cancel(message: Message, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.clear()
    return show(message, Screen(house.texts.html(actor.language, "announce-cancelled")))


@router.message(F.text, ~F.text.startswith("/"), lambda _message, raw_state: raw_state == CORRECT, organises)
async def corrected(message: Message, actor: Actor, house: House, session: AsyncSession, state: FSMContext) -> Replies:
    """The new words: shown as they will look, and asked."""
    number = int((await state.get_data())["announcement"])
    announcement = await announcements.own(session, actor.account_id, number)
    old = Content.read(announcement.content)
    entities = entities_of(message)
    new = Content(message.text or "", entities, old.pieces, old.signature, old.album)
    new.check()
    await state.set_data({"announcement": number, "text": new.text, "entities": list(entities)})
    screen = screens.sure_screen(
        house, actor, number, "announce-correct-sure", "correctyes", "announce-button-correct-yes"
    )
    return [as_reply(new, actor.chat_id), *show(message, screen)]


@router.message(~F.text, lambda _message, raw_state: raw_state == CORRECT, organises)
async def not_words(message: Message, actor: Actor, house: House, state: FSMContext) -> Replies:
    """A picture where new words were asked for: the messenger changes only the words."""
    if message.content_type not in SENT_BY_PEOPLE:
        return []
    number = int((await state.get_data())["announcement"])
    rows = [way_out(house.texts, actor.language, Item(id=number, act="open"))]
    return show(message, Screen(house.texts.html(actor.language, "announce-correct-words"), rows))


async def item_screen(
    house: House, actor: Actor, session: AsyncSession, number: int, now: datetime, *, note: str = ""
) -> Screen:
    """One announcement as it stands at this moment."""
    announcement = await announcements.own(session, actor.account_id, number)
    run = await announcements.latest_run(session, number)
    following = await announcements.next_run(session, number) if announcement.rule else None
    return screens.one_screen(
        house,
        actor,
        announcement,
        now,
        next_at=following.at if following else None,
        run=await report.of_run(session, run.id) if run and run.id else None,
        corrected=await report.of_corrections(session, number, announcement.revision),
        recalled=await report.of_recall(session, number),
        note=note,
    )


async def _list(house: House, actor: Actor, session: AsyncSession, centre: str, page: int) -> Screen:
    most = screens.PAGE
    found = await announcements.listed(session, centre, actor.account_id, page * most, most + 1)
    return screens.list_screen(house, actor, centre, found[:most], page, more=len(found) > most)


def on_card(house: House, centre: str) -> tuple[date, ...]:
    """The days off on a centre's card."""
    found = house.catalogue.centre(centre)
    return found.organization.closing_days if found else ()
