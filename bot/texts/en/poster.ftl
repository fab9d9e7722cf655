# The sheet for the notice board.
poster-for-whom = For whom
poster-cost = What it costs
poster-how = How to apply
poster-phone = Phone
poster-scan-telegram = Point a phone’s camera at this code. A chat opens in which you can ask for more.
poster-scan-page = Point a phone’s camera at this code. A page opens on which you can ask for more.
poster-source = Source: { $source }. As of { DATETIME($date, dateStyle: "long") }.
poster-too-long = These words are too many for one A4 page. They have to be fewer.
poster-when = When
poster-where = Where
poster-letters = The poster cannot be printed with these letters: { $letters }.
poster-picture = This file cannot be printed as a photo.
# The announcement where Okienko does not reach.
elsewhere-paste = To copy and paste elsewhere:
elsewhere-link = Details: { $link }
elsewhere-cancelled = CANCELLED: { $title }
elsewhere-title = Announcement
