"""The desk in chat: how a resident is handed over and speaks with staff, and how staff work in their rooms."""
