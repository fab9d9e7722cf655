# Оголошення: складання, одержувачі, звіт; спільноти; сповіщення мешканців.
announce-refused = Оголошення надсилають люди, які ведуть Okienko у своєму Центрі. З іншим можу допомогти одразу: просто напишіть, що потрібно.
announce-what =
    <b>{ $city }: нове оголошення</b>
    Надішліть його сюди так, як надсилають повідомлення знайомому: текст, фото з підписом, відео, файл або альбом.

    Поки що нічого не надсилаю. /anuluj зупиняє.
announce-what-again =
    <b>Новий текст</b>
    Надішліть оголошення ще раз повністю: текст або фото з підписом. Одержувачі та час залишаються.
announce-text-now = Зараз воно таке (можна скопіювати):
announce-cancelled = Зупинено. Нічого не надіслано. Чернетка, якщо була, чекає в /ogloszenia.
announce-dropped = Чернетку викинуто. Нічого не надіслано.
announce-empty = В оголошенні ще немає жодного слова. Напишіть, будь ласка, про що воно.
announce-wrong-kind = Таке оголосити не можна. Надішліть текст, фото, відео, файл або альбом.
announce-text-too-long = Текст задовгий на { $over } знаків. Скоротіть його, будь ласка, і надішліть ще раз.
announce-caption-too-long = Підпис під фото чи файлом задовгий на { $over } знаків. Скоротіть його, будь ласка, і надішліть усе ще раз.
announce-album-mixed = Цей файл додати не можна: в одному альбомі можуть бути фото з відео або самі файли, щонайбільше 10. Решта альбому є в чернетці.
announce-not-draft = Це оголошення вже підтверджене, так його не змінити. Виправити можна в /ogloszenia.
announce-not-sent-yet = Це оголошення ще не вийшло, тож відкликати нічого.
announce-recalled-already = Це оголошення вже відкликане.
announce-no-audience = Одержувачів ще не вибрано.
announce-nobody = Зараз серед цих одержувачів нікого немає. Виберіть, будь ласка, ще когось.
announce-no-when = Час ще не вибрано.
announce-when-passed = Цей час щойно минув. Виберіть, будь ласка, новий.
announce-until-missing = Доки це має повторюватися? Допишіть, будь ласка, кінець, наприклад: «щосереди о 10 до 30 червня».
announce-no-second = Стільки одержувачів потребує згоди другої особи, а в цьому Центрі більше ніхто не веде Okienko.
announce-second-same = Згоду дає інша людина, не та, що написала оголошення.
announce-author-left = Цю згоду вже не можна дати: людина, яка написала оголошення, більше не веде Okienko в цьому Центрі. Його можна написати заново.
announce-no-day-left = У цей час самі вихідні, тож воно не вийшло б жодного разу. Змініть, будь ласка, час або правило для вихідних.

announce-to-whom =
    <b>Кому?</b>
    Дотик вибирає, другий скасовує. Наперед нічого не вибрано. Хто є в кількох групах одержувачів, отримає одне повідомлення.
announce-to-whom-no-groups =
    <b>Кому?</b>
    Дотик вибирає, другий скасовує. Наперед нічого не вибрано.
    Жодної групи ще не під'єднано: додайте Okienko до групи, і я запитаю про неї приватно.
announce-cannot-write = 🔇 Okienko зараз не може писати в цих групах: { $groups }.
announce-chosen = ✅ { $name }
announce-not-chosen = ⬜ { $name }
announce-group = Група: { $name }
announce-followers = { $topic } · { $count }
announce-few = до{ "\u00A0" }4
announce-when =
    <b>Коли?</b>
    Можна надіслати одразу або написати час, наприклад: «у четвер о 17», «5 грудня о 9» або «у перший вівторок місяця о 10 до кінця червня».
announce-read-back =
    🕒 { $said }
    Якщо ні, просто напишіть час ще раз.
announce-not-understood = 🕒 { $said }
announce-when-words = Тут потрібен час словами, наприклад «у четвер о 17».
announce-now = одразу
announce-no-time = час ще не вибрано
announce-look =
    <b>Останній погляд</b>
    Вище видно оголошення саме таким, яким його побачать інші.
    <b>Від:</b> { $who }
    <b>Групи:</b> { $groups }
    <b>Люди в приватних розмовах:</b> { $people }
    <b>Коли:</b> { $when }
announce-look-moved = 🌙 Від 21:00 до 8:00 нікого не турбуємо, тож вийде: { $moment }.
announce-look-second = ✋ Для стількох одержувачів потрібна згода другої людини, яка веде Okienko.
announce-test-sent = 📨 Пробне повідомлення зараз прийде сюди, а під ним ще раз останній погляд.
announce-planned = ✅ Прийнято. Звіт прийде сюди.
announce-waits = ✋ Чекає на згоду другої людини. Її вже запитано.
announce-sent-before = Це оголошення вже було підтверджене. Удруге воно не вийде.
announce-back-to-draft = Повернулося до чернетки. Нічого не надіслано.
announce-no-longer-asked = Текст змінився, і оголошення повернулося до чернетки. Нічого не надіслано; згода буде потрібна на нові слова.
announce-words-changed = Нові слова збережено. На них була потрібна згода другої особи, тому оголошення повернулося до чернетки: досить надіслати його ще раз.
announce-because-event = Подія закінчилася або її скасовано, тому це запрошення більше не надсилається.
announce-asks-second = ✋ Оголошення «{ $title }» чекає на згоду другої людини.

announce-button-next = Далі ➜
announce-button-now = 📣 Одразу
announce-days-off-keep = Виходить і у вихідні
announce-days-off-skip = У вихідні не виходить
announce-days-off-next = З вихідного на наступний робочий день
announce-button-right = ✅ Так, правильно
announce-button-whom = 👥 Одержувачі
announce-button-when = 🕒 Час
announce-button-text = ✏️ Текст
announce-button-send = 📣 Надіслати
announce-button-plan = 📣 Запланувати
announce-button-test = 📨 Спершу пробне мені
announce-button-drop = 🗑 Викинути чернетку
announce-button-open = Відкрити
announce-button-new = ➕ Нове оголошення
announce-button-communities = 💬 Групи та канали
announce-button-newer = ← Новіші
announce-button-older = Старіші →
announce-button-go-on = ✏️ Продовжити
announce-button-look = 👁 Показати оголошення
announce-button-yes = ✅ Так, надіслати
announce-button-no = ✖️ Ні, назад до чернетки
announce-button-stop = ⏹ Зупинити
announce-button-correct = ✏️ Виправити
announce-button-correct-yes = ✅ Виправити в усіх
announce-button-recall = ↩️ Відкликати
announce-button-paste = 📋 Текст для вставлення
announce-button-poster = 🖨 Плакат A4
announce-button-refresh = 🔄 Оновити
announce-button-leave = Залишити як є
announce-button-unfollow = Більше не треба: { $topic }
announce-tail = Змінити сповіщення: /powiadomienia

announce-list =
    <b>{ $city }: оголошення</b>
    🕒 заплановане · 🔁 повторюване · ✅ надіслане · ✏️ чернетка · ✋ чекає на згоду · ⏹ зупинене · ↩️ відкликане
announce-list-empty =
    <b>{ $city }: оголошення</b>
    Поки що тут нічого немає.
announce-no-words = (без слів)
announce-one =
    <b>{ $title }</b>
    { $stage } · { $when }
announce-next-time = 🔁 <b>Наступного разу:</b> { $moment }
announce-stage-draft = Чернетка
announce-stage-waiting = Чекає на другу людину
announce-stage-planned = Заплановане
announce-stage-done = Надіслане
announce-stage-stopped = Зупинене
announce-stage-recalled = Відкликане
announce-because-role = Зупинено, бо людина, яка його написала, вже не веде Okienko в цьому Центрі.
announce-stop-sure = Зупинити? Що ще не вийшло, вже не вийде.
announce-stopped = ⏹ Зупинено. Ненадісланих повідомлень: { $count }.
announce-recall-sure = Відкликати? Що ще не вийшло, не вийде. Що дійшло, буде видалено там, де месенджер це дозволяє (зазвичай до 48 годин).
announce-recalling = ↩️ Відкликаю. За хвилину тут буде видно, де вдалося.
announce-correct-what =
    Напишіть, будь ласка, новий текст повністю. Фото й файли залишаються.
    /anuluj зупиняє.
announce-correct-words = Виправити можна лише слова: напишіть, будь ласка, новий текст. Для іншого фото потрібне нове оголошення.
announce-correct-sure = Так виглядатиме після виправлення. У кого вже є, зміниться без звуку.
announce-correcting = ✏️ Виправляю. За хвилину тут буде видно, де вдалося.
announce-corrected = ✏️ <b>Виправлення:</b> змінено { $done } з { $total }
announce-taken-back = ↩️ <b>Відкликання:</b> видалено { $done } з { $total }
announce-count-failed = • не вдалося: { $count }
announce-poster-comes = 🖨 Плакат зараз прийде сюди файлом PDF.
announce-poster-file = плакат
announce-poster-source = Станом на { DATETIME($date, dateStyle: "long") }.
announce-poster-telegram = Плакат із кодом можна зробити в Telegram: там код відкриває розмову з Okienko.
announce-poster-words = Для плаката потрібні слова, а в цьому оголошенні їх немає.

announce-progress =
    📣 <b>{ $title }</b>
    Надсилання: { $done } з { $total }
announce-finished =
    ✅ <b>{ $title }</b>
    Надсилання завершено: { $done } з { $total }
announce-count-delivered = • доставлено: { $count }
announce-count-pending = • у дорозі: { $count }
announce-count-migrated = • з них групи з новим номером: { $count }
announce-count-blocked = • заблоковано одержувачем: { $count }
announce-count-gone = • чату вже немає: { $count }
announce-count-uncertain = • невідомо, чи дійшло (не повторюю): { $count }
announce-count-held-back = • не надіслано: { $count }
announce-trouble = ⚠️ { $group }: { $reason }
announce-reason-no-rights = Okienko не може там писати
announce-reason-removed = Okienko там уже немає
announce-reason-uncertain = невідомо, чи дійшло
announce-reason-message-gone = це повідомлення вже не змінити
announce-reason-stopped = зупинено
announce-reason-other = месенджер відмовив
announce-told-role-lost = ⏹ Оголошення «{ $title }» не вийшло, бо людина, яка його написала, вже не веде Okienko в цьому Центрі.
announce-told-too-late = ⏹ Оголошення «{ $title }» не вийшло: Okienko тоді не працювало, а тепер було б запізно.
announce-told-no-file = ⚠️ Оголошення «{ $title }»: файл не вдалося отримати (боти отримують файли до 20 МБ), тому в чаті на сторінці є лише слова.

community-which =
    Okienko тепер у «{ $name }». Спільнота якого це міста?
    Доки цього не знаю, нічого там не напишу.
community-refused = Цією групою може опікуватися лише людина, яка веде Okienko в її Центрі.
community-taken = Ця група вже належить іншому Центру.
community-released = Групу від'єднано. Нічого там не напишу.
community-list =
    <b>{ $city }: спільноти</b>
    💬 можна писати · 🔇 немає права писати · 🚪 Okienko там уже немає
community-none =
    <b>{ $city }: спільноти</b>
    Ще немає жодної. Додайте Okienko до групи чи каналу, і я запитаю про неї приватно.
community-one =
    <b>{ $name }</b>
    Мікрорайон: { $estate }
    { $standing }
    { $audience }
community-whole-town = усе місто
community-standing-active = 💬 Можна писати.
community-standing-no-rights = 🔇 Okienko не має там права писати.
community-standing-gone = 🚪 Okienko там уже немає.
community-audience = Її можна вибрати одержувачем оголошень.
community-self-help = Група самодопомоги: її не видно серед одержувачів, і там нічого не оголошуємо.
community-button-name = ✏️ Назва
community-button-estate = 🏘 Мікрорайон
community-button-town = Усе місто
community-button-help = Це група самодопомоги
community-button-not-help = Це не група самодопомоги
community-button-release = Від'єднати
community-name-which = Як має називатися ця спільнота? Напишіть, будь ласка.
community-estate-which = Який це мікрорайон? Напишіть, будь ласка, його назву.
community-lost = 🚪 Okienko вже немає у «{ $name }». Оголошення туди не дійдуть.
community-muted = 🔇 У «{ $name }» Okienko втратило право писати. Оголошення туди не дійдуть.

following-button = 🔔 Сповіщення
following-title =
    <b>{ $city }: сповіщення</b>
    Про що писати? Дотик вмикає, другий вимикає. Наперед нічого не ввімкнено.
following-on = 🔔 { $topic }
following-off = ⬜ { $topic }
following-stopped = Добре, більше не писатиму про: { $topic }.
following-centre = Важливе для всіх
following-seniors = Сеньйори
following-parents = Батьки
following-children-youth = Діти та молодь
following-volunteers = Волонтерство
following-ngo = Організації
