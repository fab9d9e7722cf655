# What may be wrong in a card that an organisation or a firm proposes.
proposal-too-long = Це забагато тексту. Будь ласка, коротше: щонайбільше { $count ->
    [one] { $count } знак
    [few] { $count } знаки
   *[many] { $count } знаків
}.
proposal-no-pesel = Це схоже на номер PESEL. Будь ласка, не подавайте тут таких номерів.
proposal-no-name = У назві потрібні літери.
proposal-wrong-phone = Це не схоже на номер телефону. Будь ласка, дев'ять цифр, наприклад 533 848 489.
proposal-wrong-hours = Ці години не вдається прочитати. Будь ласка, напишіть, наприклад: пн–пт 8:00–16:00.
proposal-wrong-topic = Такої полиці немає. Будь ласка, виберіть одну зі списку.
proposal-unfinished = Бракує ще назви, того, хто це робить, опису або способу зв'язку.
proposal-too-many = Три заявки вже чекають на відповідь центру. Наступну можна буде надіслати, коли центр на них відповість.
proposal-no-centre = Цього центру тут уже немає.
proposal-not-allowed = Цю заявку може прийняти або відхилити лише організатор із цього центру.
proposal-decided = Цю заявку вже розглянуто.
