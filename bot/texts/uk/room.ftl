# Кімната працівників: група з темами, у якій команда відповідає мешканцям.
room-which = Okienko є в групі з темами «{ $name }». Чи це кімната працівників, у якій команда відповідає мешканцям?
room-button = 🗂 Так: { $city }
room-or-community = Якщо це група мешканців, куди мають надходити оголошення:
room-refused = Це кімната працівників Центру. Без ролі в цьому Центрі звідси нічого не вийде до мешканців.
room-no-topics = Спершу в налаштуваннях цієї групи треба ввімкнути теми й дати Okienku право керувати ними.
room-in-private = Запитання чекає в приватній розмові з Okienkiem.
room-how = Додайте Okienko до групи з темами, дайте йому право керувати темами й напишіть у цій групі /pokoj.
room-set =
    <b>{ $city }: кімната працівників готова.</b>
    Кожна розмова отримує свою тему. Звичайне повідомлення в темі – це нотатка. До мешканця йде лише відповідь на його повідомлення або після кнопки «Відповісти».

room-button-release = ↩️ Віддаю
room-button-answer = 💬 Відповісти
room-button-card = 🗂 Картка…
room-button-slot = 🗓 Час
room-button-note = 📝 Нотатка?
room-button-pass = ➡️ Передати
room-button-snooze = 💤 Відкласти
room-button-phone = 📞 Показати номер
room-button-reached = ✅ Розмова відбулася
room-button-not-reached = 📵 Не відповідає
room-button-unit = До відділу…
room-snooze-2h = 2 години
room-snooze-next = До наступного відкриття
room-snooze-week = Тиждень
room-how-note = Звичайне повідомлення в темі – це нотатка: її бачить лише команда. До людини йде лише відповідь на її повідомлення або після «Відповісти».
room-how-card = Напишіть у цій темі /karta і частину назви, наприклад: /karta kran
room-how-unit = Напишіть у цій темі /przekaz і куди, наприклад: /przekaz prawnik

room-toast-taken = Розмова зайнята до { $until }. Інші це бачать.
room-toast-released = Розмова повертається в чергу.
room-toast-reopened = Розмова знову відкрита.
room-toast-snoozed = Відкладено: { $until }
room-toast-closed = Розмову закрито.
room-toast-passed = Розмову тепер веде { $who }.
room-toast-reached = Записано: розмова відбулася.
room-toast-missed = Записано: ніхто не відповів. Спроба { $tries }.
room-toast-booked = Час записано.
room-toast-proposed = Пропозиція чекає на організатора.
room-phone = { $name }: { $phone }. Коли: { $when }

room-answer-to = <a href="tg://user?id={ $id }">{ $name }</a>
room-answer-prompt = 💬 Людині з розмови { $number }: дайте відповідь на це повідомлення.
room-answer-placeholder = Мешканцю…
room-goes-out = 📤 Піде людині через 10 секунд.
room-button-take-back = ↩️ Повернути
room-taken-back = ↩️ Повернуто. Нічого не вийшло.
room-held = ✋ Не надіслано. Цю розмову веде { $who }. Відповідь чекає: коли розмову передадуть, її можна надіслати.
room-button-let-go = 📤 Надіслати
room-was-note = Це залишилося нотаткою. Чи мало йти людині?
room-button-send-note = 📤 Надіслати людині
room-cannot-pass = Цього я не вмію надіслати людині. Можна текст, голос, фото, відео або файл.
room-commands = У цій темі діють: /karta, /termin, /przekaz і /kolejka.
room-unit-how = Допишіть, куди, наприклад: /przekaz prawnik
room-passed-unit = ➡️ Передано: { $unit }. Розмова чекає в черзі.
room-shut-by-hand = Тему знову відкрито, бо розмова ще триває. Її завершує кнопка «Закрити» під першим повідомленням.
room-said-ended = ✔️ Друга сторона закінчила розмову.

room-no-card = Такої картки немає. Спробуйте інше слово, наприклад: /karta kran
room-answer-sure =
    <b>Надіслати це людині?</b>

    { $text }
room-button-send = 📤 Надіслати
room-button-propose = 💡 На картку
room-propose =
    <b>Пропозиція картки для організатора.</b> Перевірте, чи немає тут чиїхось даних.
    Назва: { $name }
    Зміст: { $what }
room-button-propose-sure = 💡 Запропонувати
room-proposed = 💡 Запропоновано як картку: { $name }. Вирішує організатор: /propozycje
room-proposal-how = Запитайте в Центрі.

room-slots = <b>Час для людини з розмови { $number }.</b> Один дотик записує. Можна також: /termin prawnik wtorek
room-no-slots = Для людини з розмови { $number } немає такого вільного часу.
room-button-later = Пізніше ▶
room-booked =
    🗓 Записано: { $when }, { $place }. Код { $code }.
    Людина з цієї розмови вже про це знає.

room-queue-empty = Ніхто не чекає.
room-week-comes = Підсумок минулого тижня зараз прийде.
room-week-title = { $city }: розмови з { DATETIME($since, dateStyle: "long") }
room-week-topics = Про що йшлося
room-week-numbers = У числах
room-week-opened = Усі
room-week-callbacks = Прохання зателефонувати
room-week-unanswered = Без відповіді людини
room-week-first = До першої відповіді (хв роботи)
room-week-close = До закриття (хв роботи)
room-week-rating = Оцінка (1–5)
room-week-few = менше ніж { $few }
room-week-note = Хвилини – це час, коли пункт був відчинений; середнє значення. Чисел, менших за { $few }, не подаємо.
room-week-caption = Розмови минулого тижня
