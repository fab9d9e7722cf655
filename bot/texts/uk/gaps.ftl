# /braki: what people asked and Okienko did not find. Only organisers see it.
gaps-title =
    <b>{ $city }: запитання без відповіді</b>
    Про це за { $days } днів питало щонайменше кілька осіб, а Okienko не знайшло відповіді. Число поруч показує, скільки було таких запитань.
    Дотик до запитання показує, до якої картки можна дописати ці слова.
gaps-nothing =
    <b>{ $city }: запитання без відповіді</b>
    Зараз тут нічого немає. Запитання з’являється, коли за { $days } днів повториться щонайменше тричі.
gaps-changed = Цей список тим часом змінився. Ось що є зараз.
gaps-one =
    <b>{ $count ->
        [one] { $count } подібне запитання
        [few] { $count } подібні запитання
        [many] { $count } подібних запитань
       *[other] { $count } подібного запитання
    }</b>
    { $examples }

    Де шукати відповідь? Будь ласка, оберіть картку:
gaps-example = • <i>{ $text }</i>
gaps-which-card = До якої картки дописати ці слова?
gaps-confirm =
    Дописати до картки <b>{ $card }</b> ці слова?
    { $words }

    Хто так запитає, побачить цю картку. Сам текст картки не зміниться.
gaps-word = • { $text }
gaps-added =
    ✅ Дописано до картки <b>{ $card }</b>:
    { $words }

    За кілька секунд це запрацює в усіх розмовах.
gaps-put-aside = Відкладено: цих запитань у списку вже немає.
gaps-undone = Скасовано. За кілька секунд усе працюватиме, як раніше, а запитання повернуться до списку.
gaps-undone-before = Це вже скасовано.
gaps-history-title = <b>Дописані слова</b>
gaps-history-nothing = Поки що нічого не дописано.
gaps-by-me = дописано з цього облікового запису
gaps-by-another = дописано іншою особою
gaps-past-added =
    <b>{ $number }.</b> { DATETIME($day, dateStyle: "long") }, { $who }
    Картка <b>{ $card }</b>:
    { $words }
gaps-past-aside = <b>{ $number }.</b> { DATETIME($day, dateStyle: "long") }, { $who }: відкладено без картки
gaps-past-undone = ↩ Скасовано: { DATETIME($day, dateStyle: "long") }
gaps-refused = Ця сторінка для тих, хто веде Okienko у своєму Центрі. З іншим допоможу одразу: достатньо написати, що потрібно.
gaps-button-other-card = 📚 Інша картка
gaps-button-aside = Відкласти, не підходить до жодної
gaps-button-history = 🕓 Що вже дописано
gaps-button-yes = ✅ Так, дописати
gaps-button-undo = ↩ Скасувати
gaps-button-undo-number = ↩ Скасувати № { $number }
