"""Pages of Okienko's own beside the chat: behind a secret link, without scripts, kept by nobody."""
