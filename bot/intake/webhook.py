"""The other way in: the Bot API server posts updates to us."""

import hmac
import json

from bot.intake.journey import Intake

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
"""Bot API, setWebhook: carries the secret in every webhook request."""


async def take(intake: Intake, channel: str, secret: str, given: str | None, body: bytes) -> int:
    """Work off one posted update and give the HTTP status to answer with.

    200 after COMMIT (and for what can never be used, so that it does not come again), 401 for a
    wrong secret, 503 while we stop. Raises what the database raises; answer 500 then and the update comes again.
    """
    if given is None or not hmac.compare_digest(secret.encode(), given.encode()):
        return 401
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        return 200
    if intake.closed:
        return 503
    await intake.receive(channel, raw)
    return 200
