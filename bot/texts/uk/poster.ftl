# The sheet for the notice board.
poster-for-whom = Для кого
poster-cost = Скільки коштує
poster-how = Як звернутися
poster-phone = Телефон
poster-scan-telegram = Наведіть камеру телефона на цей код. Відкриється чат, у якому можна запитати про подробиці.
poster-scan-page = Наведіть камеру телефона на цей код. Відкриється сторінка, на якій можна запитати про подробиці.
poster-source = Джерело: { $source }. Станом на { DATETIME($date, dateStyle: "long") }
poster-too-long = Цих слів забагато для однієї сторінки A4. Опис цієї послуги треба скоротити.
