"""Rooms and desks that people reserve: hours, who may, the keeper's yes, recurring use, next year's plan."""
