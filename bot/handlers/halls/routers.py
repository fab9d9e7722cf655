"""All routers of rooms. Times that are typed while a room is looked at are asked first."""

from aiogram import Router

from bot.handlers.halls import keeping, refusing, reserving, series

router = Router(name="all of halls")
router.include_routers(keeping.router, series.router, reserving.router, refusing.router)
