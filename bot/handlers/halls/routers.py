"""All routers of rooms."""

from aiogram import Router

from bot.handlers.halls import keeping, refusing, reserving, series, speaking

router = Router(name="all of halls")
router.include_routers(keeping.router, series.router, speaking.router, reserving.router, refusing.router)
