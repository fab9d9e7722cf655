"""All routers of volunteering: buttons and commands, and what is typed in whole sentences."""

from aiogram import Router

from bot.handlers.volunteering import (
    drafting,
    guardian,
    helping,
    hours,
    people,
    profile,
    refusing,
    week,
    wishes,
)

router = Router(name="volunteering")
router.include_routers(
    drafting.router,
    week.router,
    people.router,
    guardian.router,
    helping.router,
    hours.router,
    profile.router,
    refusing.router,
)
wished = Router(name="typed wishes of volunteers")
wished.include_router(wishes.router)
