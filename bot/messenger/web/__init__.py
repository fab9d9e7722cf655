"""The web chat: a page on which people without any messenger's account talk to the bot."""
