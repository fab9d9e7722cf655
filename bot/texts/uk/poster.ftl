# The sheet for the notice board.
poster-for-whom = Для кого
poster-cost = Скільки коштує
poster-how = Як звернутися
poster-phone = Телефон
poster-scan-telegram = Наведіть камеру телефона на цей код. Відкриється чат, у якому можна запитати про подробиці.
poster-scan-page = Наведіть камеру телефона на цей код. Відкриється сторінка, на якій можна запитати про подробиці.
poster-source = Джерело: { $source }. Станом на { DATETIME($date, dateStyle: "long") }
poster-too-long = Цих слів забагато для однієї сторінки A4. Їх треба скоротити.
poster-when = Коли
poster-where = Де
poster-letters = На плакаті не вдасться надрукувати ці літери: { $letters }.
poster-picture = Цей файл не можна надрукувати як фото.
# The announcement where Okienko does not reach.
elsewhere-paste = Щоб скопіювати і вставити деінде:
elsewhere-link = Подробиці: { $link }
elsewhere-cancelled = СКАСОВАНО: { $title }
elsewhere-title = Оголошення
