"""Routers by audience: parse, one service call, a list of replies. Nothing is sent from here."""
