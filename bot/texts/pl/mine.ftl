# Mój kalendarz: prywatny link do programu z kalendarzem.
mine-kind =
    { $kind ->
        [shift] 🤝
        [room] 🏛
        [event] 🎪
        [meeting] 👥
       *[consultation] 📅
    }
mine-button-calendar = 📆 Mój kalendarz
mine-calendar-name = Okienko
mine-calendar-off = <b>Wszystko w kalendarzu w telefonie</b>
    Okienko może dać prywatny link. Po dodaniu go w programie z kalendarzem wszystkie zapisy pokażą się tam same, także zmiany i odwołania.
    Widać w nim tylko „Spotkanie w Centrum” albo „Dyżur wolontariatu”, godzinę i miejsce.
mine-calendar-on = <b>Prywatny link do kalendarza działa</b>
    Kto go ma, widzi godziny i miejsca. Nowy link: stary przestaje działać.
mine-calendar-made = ✅ <b>Link jest w następnej wiadomości</b>
    Proszę go nikomu nie dawać: kto go ma, widzi godziny i miejsca. Nowy link: stary przestaje działać.
mine-calendar-link = { $link }
mine-calendar-ended = Link już nie działa. Z programu z kalendarzem można go usunąć.
mine-calendar-nowhere = Tutaj nie da się teraz zrobić linku. Każdy zapis można dodać osobno przyciskiem „Do kalendarza”.
mine-button-make = 🔗 Zrobić link
mine-button-renew = 🔁 Nowy link – stary przestaje działać
mine-button-end = 🚫 Wyłączyć link
