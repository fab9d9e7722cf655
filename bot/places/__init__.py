"""The one allocation engine: slots with seats, and who has one of them."""
