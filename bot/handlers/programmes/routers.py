"""All routers of programmes: who joins, who leads, who is told that they do not."""

from aiogram import Router

from bot.handlers.programmes import drafting, keeping, looking, refusing

router = Router(name="all of programmes")
router.include_routers(
    looking.router,
    keeping.arriving,
    drafting.router,
    keeping.router,
    refusing.router,
)
