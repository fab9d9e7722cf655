"""Volunteers: who they are as far as it must be known, their guardians, shifts and hours."""
