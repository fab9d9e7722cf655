"""Programmes in the chat: joining one, leading one, making one."""
