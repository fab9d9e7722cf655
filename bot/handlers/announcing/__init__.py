"""What organisers say to people, and what people want to hear: groups, composing, reports, following, events."""
