button-back = ◀ Back
button-start-over = 🏠 Start over
button-human = 💬 Talk to a person
example-mark = example
