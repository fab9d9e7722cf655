"""The roster for those who keep it: months, drafts, absences, closing days."""

from aiogram import Router

from bot.handlers.rosters import absences, closing, drafting, months, refusing

router = Router(name="rosters")
router.include_routers(drafting.router, months.router, closing.router, absences.router, refusing.router)
