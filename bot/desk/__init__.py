"""Conversations and requests that are handed to staff, and what staff do with them."""
