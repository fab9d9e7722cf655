"""All routers in the order in which they are asked."""

from aiogram import Dispatcher, F, Router

from bot.handlers import (
    beginning,
    browsing,
    crisis,
    flood,
    gaps,
    groups,
    membership,
    other_content,
    proposals,
    questions,
    staff,
)
from bot.handlers.announcing import (
    communities,
    composing,
    event_form,
    events,
    following,
    leaving,
    listing,
    planning,
    refusing,
)
from bot.handlers.booking import choosing, mine, typing
from bot.handlers.counter import advisers, advising, calling, reporting, writing_down
from bot.handlers.counter import refusing as counter_refusing
from bot.handlers.desk import afterwards, calls, in_rooms, queue, talking
from bot.handlers.desk import rooms as staff_rooms
from bot.handlers.halls.routers import router as halls
from bot.handlers.menu import House
from bot.handlers.mine import calendar as own_calendar
from bot.handlers.privacy import own_data
from bot.handlers.programmes.routers import router as programmes
from bot.handlers.rosters import router as rosters
from bot.handlers.volunteering.routers import router as volunteering
from bot.handlers.volunteering.routers import wished as volunteers_wishes
from bot.handlers.waiting import answering


def build_dispatcher(house: House) -> Dispatcher:
    """A dispatcher with every router. FSM is the intake's: state lives in the update's transaction."""
    dispatcher = Dispatcher(disable_fsm=True, name="okienko")
    dispatcher["house"] = house
    private = Router(name="private")
    private.message.filter(F.chat.type == "private", F.from_user.is_bot.is_(False))
    private.edited_message.filter(F.chat.type == "private")
    private.callback_query.filter(F.message.chat.type == "private")
    private.callback_query.middleware(proposals.PutAside())
    private.callback_query.middleware(writing_down.PutAside())
    private.callback_query.middleware(leaving.Leave())
    private.message.middleware(leaving.Leave())
    elsewhere = Router(name="elsewhere")
    elsewhere.message.filter(F.chat.type.in_({"group", "supergroup"}))
    elsewhere.edited_message.filter(F.chat.type == "supergroup")
    for router in (
        crisis.router,
        browsing.forged,
        flood.router,
        calls.router,
        talking.router,
        browsing.router,
        following.router,
        composing.router,
        listing.router,
        communities.router,
        refusing.router,
        events.router,
        event_form.router,
        planning.router,
        volunteering,
        halls,
        programmes,
        rosters,
        writing_down.router,
        calling.router,
        advising.router,
        advisers.router,
        reporting.router,
        counter_refusing.router,
        staff_rooms.private,
        queue.private,
        queue.others,
        afterwards.router,
        beginning.router,
        staff.router,
        own_data.router,
        gaps.router,
        proposals.router,
        volunteers_wishes,
        answering.router,
        choosing.router,
        mine.router,
        own_calendar.router,
        typing.router,
        other_content.router,
        questions.router,
        browsing.last,
    ):
        private.include_router(_fresh(router))
    elsewhere.include_router(_fresh(staff_rooms.router))
    elsewhere.include_router(_fresh(in_rooms.router()))
    elsewhere.include_router(_fresh(communities.moves))
    elsewhere.include_router(_fresh(groups.router))
    dispatcher.include_routers(
        _fresh(events.taps),
        private,
        elsewhere,
        _fresh(membership.router),
        _fresh(staff_rooms.membership),
        _fresh(communities.membership),
    )
    return dispatcher


def _fresh(router: Router) -> Router:
    """The module's router, let go by an earlier dispatcher (tests build many)."""
    router._parent_router = None
    return router
