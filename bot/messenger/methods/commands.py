"""What a bot says about itself: getMe, commands, names and descriptions, the menu button."""

import re
from typing import Any

from bot.messenger.calls import Call, Method
from bot.messenger.objects import Json
from bot.messenger.params import Params
from bot.messenger.refusals import bad_request
from bot.messenger.tables import Bot, CommandList

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
MOST_COMMANDS = 100
_LENGTHS = {"name": 64, "description": 512, "short_description": 120}


async def get_me(call: Call) -> Json:
    return call.bot.user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _language(params: Params) -> str:
    language = params.string("language_code") or ""
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _scope(params: Params) -> str:
    scope = params.object("scope") or {"type": "default"}
    kind = scope.get("type")
    if not isinstance(kind, str) or kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    ids = []
    for name in _SCOPES[kind]:
        value = scope.get(name)
        if not isinstance(value, int | str) or isinstance(value, bool) or len(str(value)) > 32:
            raise bad_request(f"can't parse BotCommandScope: Can't find field \"{name}\"")
        ids.append(str(value))
    return ":".join([kind, *ids])


def _command(raw: object) -> Json:
    if not isinstance(raw, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    command, description = raw.get("command"), raw.get("description")
    if not isinstance(command, str) or not isinstance(description, str):
        raise bad_request("can't parse BotCommand: fields must be of type String")
    command = command.removeprefix("/")
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description.strip()) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID" if description.strip() else "command description is empty")
    return {"command": command, "description": description.strip()}


async def set_my_commands(call: Call) -> bool:
    commands = [_command(raw) for raw in call.params.array("commands") or []]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return await _store(call, commands)


async def delete_my_commands(call: Call) -> bool:
    return await _store(call, [])


async def _store(call: Call, commands: list[Json]) -> bool:
    scope, language = _scope(call.params), _language(call.params)
    async with call.change() as change:
        row = await change.session.get(CommandList, (call.bot.id, scope, language))
        if row and not commands:
            await change.session.delete(row)
        elif row:
            row.commands = commands
            change.session.add(row)
        elif commands:
            change.session.add(CommandList(bot_id=call.bot.id, scope=scope, language=language, commands=commands))
    return True


async def get_my_commands(call: Call) -> list[Any]:
    scope, language = _scope(call.params), _language(call.params)
    async with call.look() as change:
        row = await change.session.get(CommandList, (call.bot.id, scope, language))
        return list(row.commands) if row else []


def _about(field: str) -> tuple[Method, Method]:
    async def write(call: Call) -> bool:
        text, language = (call.params.string(field) or "").strip(), _language(call.params)
        if len(text) > _LENGTHS[field]:
            raise bad_request(f"{field.replace('_', ' ')} is too long")
        async with call.change() as change:
            row = await change.session.get_one(Bot, call.bot.id)
            row.about = row.about | {field: (row.about.get(field) or {}) | {language: text}}
            change.session.add(row)
        return True

    async def read(call: Call) -> Json:
        language = _language(call.params)
        async with call.look() as change:
            texts = (await change.session.get_one(Bot, call.bot.id)).about.get(field) or {}
        default = call.bot.name if field == "name" else ""
        return {field: texts.get(language) or texts.get("") or default}

    return write, read


set_my_name, get_my_name = _about("name")
set_my_description, get_my_description = _about("description")
set_my_short_description, get_my_short_description = _about("short_description")


async def set_chat_menu_button(call: Call) -> bool:
    button = call.params.object("menu_button") or {"type": "default"}
    if button.get("type") not in ("default", "commands"):
        raise bad_request("can't parse menu button: unsupported type specified")
    async with call.change() as change:
        if "chat_id" in call.params.values:
            await call.chat(change)  # kept for the bot as a whole: there is one menu on the page
        row = await change.session.get_one(Bot, call.bot.id)
        row.about = row.about | {"menu_button": {"type": button["type"]}}
        change.session.add(row)
    return True


async def get_chat_menu_button(call: Call) -> Json:
    async with call.look() as change:
        row = await change.session.get_one(Bot, call.bot.id)
    button: Json = row.about.get("menu_button") or {"type": "default"}
    return button


async def goodbye(call: Call) -> bool:
    """logOut and close: there is no other server to go to and nothing to close."""
    return True


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "deleteMyCommands": delete_my_commands,
    "getMyCommands": get_my_commands,
    "setMyName": set_my_name,
    "getMyName": get_my_name,
    "setMyDescription": set_my_description,
    "getMyDescription": get_my_description,
    "setMyShortDescription": set_my_short_description,
    "getMyShortDescription": get_my_short_description,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "logOut": goodbye,
    "close": goodbye,
}
