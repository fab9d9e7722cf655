# Words and buttons used in more than one place.
button-back = ◀ Wróć
button-start-over = 🏠 Od początku
button-human = 💬 Rozmowa z człowiekiem
example-mark = przykład
