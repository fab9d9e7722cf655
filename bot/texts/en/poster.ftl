# The sheet for the notice board.
poster-for-whom = For whom
poster-cost = What it costs
poster-how = How to apply
poster-phone = Phone
poster-scan-telegram = Point a phone’s camera at this code. A chat opens in which you can ask for more.
poster-scan-page = Point a phone’s camera at this code. A page opens on which you can ask for more.
poster-source = Source: { $source }. As of { DATETIME($date, dateStyle: "long") }.
poster-too-long = These words are too many for one A4 page. The description of this service has to be shorter.
