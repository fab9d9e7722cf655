"""Accounts and roles: who talks to us and what they may do."""
