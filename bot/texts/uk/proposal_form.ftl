proposal-left = Подання перервано. Нічого не надіслано.
proposal-over = Це подання вже завершено.
proposal-sent = Дякуємо. Організатор із Центру це прочитає. Після його згоди картка з’явиться в Okienku з приміткою, що вона не підтверджена.
proposal-for-organisers = Пропозиції карток переглядає організатор із Центру.
proposal-none = Жодна пропозиція не чекає.
proposal-waiting = { $count ->
    [one] Чекає { $count } пропозиція.
    [few] Чекають { $count } пропозиції.
   *[many] Чекає { $count } пропозицій.
} Найстаріша:
proposal-accepted = ✅ Картка в каталозі.
proposal-declined = Пропозицію відхилено й видалено.
proposal-source = Подання організації або фірми, прийняте Центром
proposal-summary = <b>Перевірте, перш ніж ми це надішлемо:</b>
proposal-line = <b>{ $what }:</b> { $said }
proposal-button-send = ✅ Надіслати до Центру
proposal-button-skip = Пропустити
proposal-button-leave = ✖ Перервати
proposal-button-accept = ✅ Прийняти
proposal-button-decline = ✖ Відхилити
proposal-ask-name =
    Нова картка в Okienku. Як називається ця послуга або заняття?
    /anuluj перериває будь-коли.
proposal-ask-provider = Хто це веде? Вкажіть назву організації або фірми, не особи.
proposal-ask-what = Що це? Одне-два прості речення.
proposal-ask-for_whom = Для кого?
proposal-ask-cost = Скільки це коштує?
proposal-ask-how = Як звернутися?
proposal-ask-phone = Номер телефону, за яким можна питати? Не приватний номер особи.
proposal-ask-hours = У які години? Наприклад: pn–pt 8:00–16:00.
proposal-ask-address = За якою адресою?
proposal-ask-topic = На якій полиці має стояти ця картка?
proposal-label-name = Назва
proposal-label-provider = Хто веде
proposal-label-what = Що це
proposal-label-for_whom = Для кого
proposal-label-cost = Вартість
proposal-label-how = Як звернутися
proposal-label-phone = Телефон
proposal-label-hours = Години
proposal-label-address = Адреса
proposal-label-topic = Полиця
proposal-button-resume = ↩ Повернутися до заявки
proposal-put-aside = Заявка на картку чекає.
proposal-told-yes = Дякуємо за заявку. Центр її прийняв: картка вже в Okienku.
proposal-told-no = Дякуємо за заявку. Цього разу Центр її не прийняв.
