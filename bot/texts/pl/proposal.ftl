# What may be wrong in a card that an organisation or a firm proposes.
proposal-too-long = To za dużo tekstu. Proszę napisać krócej: najwyżej { $count ->
    [one] { $count } znak
    [few] { $count } znaki
   *[many] { $count } znaków
}.
proposal-no-pesel = To wygląda na numer PESEL. Takich numerów proszę tu nie podawać.
proposal-no-name = W nazwie potrzebne są litery.
proposal-wrong-phone = To nie wygląda na numer telefonu. Proszę podać dziewięć cyfr, na przykład 533 848 489.
proposal-wrong-hours = Tych godzin nie da się odczytać. Proszę napisać na przykład: pn–pt 8:00–16:00.
proposal-wrong-topic = Nie ma takiej półki. Proszę wybrać jedną z listy.
proposal-unfinished = Brakuje jeszcze nazwy, tego, kto to robi, opisu albo sposobu kontaktu.
proposal-too-many = Trzy zgłoszenia czekają już na odpowiedź Centrum. Następne będzie można wysłać, gdy Centrum na nie odpowie.
proposal-no-centre = Tego Centrum już tu nie ma.
proposal-not-allowed = To zgłoszenie może przyjąć albo odrzucić tylko organizator z tego Centrum.
proposal-decided = To zgłoszenie zostało już rozpatrzone.
proposal-centre-full = W tym Centrum czeka już bardzo dużo zgłoszeń. Proszę spróbować za kilka dni.
