"""Waiting lists in the chat: joining, a free place and its three answers, how a place in a line stands."""
