# Protection: too many messages at once, blocks.
flood-slow-down = Too many messages at once, I cannot keep up. After a minute you can go on. In danger: 112.
desk-blocked = Until { $until } the centre's staff do not read messages from this chat. Okienko answers as ever, and the centre can be phoned or visited. In danger: 112.
block-done = 🚫 Blocked until { $until }. Messages from here do not reach the desk; what looks like danger always does. To undo: /odblokuj
block-lifted = Unblocked. Messages come again.
block-none = This person is not blocked.
block-why = Why? Please add the reason, for example: /zablokuj threatens staff
block-colleague = This is somebody of this centre's desk, who cannot be blocked.
block-not-yours = Only this centre's desk can block.
