button-back = ◀ Назад
button-start-over = 🏠 Спочатку
button-human = 💬 Розмова з людиною
example-mark = приклад
