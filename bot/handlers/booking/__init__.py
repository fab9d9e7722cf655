"""Booking a time, and what becomes of it: buttons and typed words of residents."""
