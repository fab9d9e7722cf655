# Ochrona: za dużo wiadomości naraz, blokada.
flood-slow-down = Za dużo wiadomości naraz, nie nadążam. Po minucie można pisać dalej. W niebezpieczeństwie: 112.
desk-blocked = Do { $until } pracownicy Centrum nie czytają wiadomości z tego czatu. Okienko odpowiada jak zwykle, a do Centrum można zadzwonić albo przyjść. W niebezpieczeństwie: 112.
block-done = 🚫 Zablokowano do { $until }. Wiadomości stąd nie przychodzą na dyżur; to, co wygląda na niebezpieczeństwo, przychodzi zawsze. Cofnięcie: /odblokuj
block-lifted = Odblokowano. Wiadomości znowu przychodzą.
block-none = Ta osoba nie jest zablokowana.
block-why = Dlaczego? Proszę dopisać powód, na przykład: /zablokuj grozi pracownikom
block-colleague = To osoba z dyżuru tego Centrum; nie da się jej zablokować.
block-not-yours = Blokować może tylko dyżur tego Centrum.
