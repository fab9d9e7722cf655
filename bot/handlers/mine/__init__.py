"""/moje beyond the list: the private calendar behind a secret link."""
