"""Messages owed to people: rows, pacer, delivery."""
