"""Volunteering: for who helps, for their guardians, for coordinators."""
