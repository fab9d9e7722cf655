"""/sala: rooms and desks to reserve; their keepers' week, answers and rules; next year's plan."""
