"""The words with which people book, cancel and say for whom: data, in four languages, heard as they sound."""

from typing import Final

ASK: Final = """
zapisać zapisz zapisze zapiszcie zapisanie zapis zapisy zapisu zapisów umówić umów umówcie umówienie zarezerwować
rezerwacja rezerwację rezerwuję записатися записатись записати запишіть запис записи записаться записать запишите
бронювання забронювати book booking reserve schedule
"""
VISIT: Final = """
wizyta wizytę wizyty wizytą wizyt spotkanie spotkania spotkaniu termin terminu terminy terminów dyżur dyżuru dyżury
konsultacja konsultację konsultacji konsultacje porada poradę porady візит візиту візити зустріч зустрічі прийом
прийому консультація консультацію консультації визит визита встреча встречу прием приёма консультация консультацию
appointment appointments visit visits consultation meeting slot slots
"""
FREE: Final = (
    "wolne wolny wolnego wolnych wolnym вільний вільні вільного вільних свободное свободный свободные free available"
)
CANCEL: Final = """
odwołać odwołuję odwołam odwołaj odwołajcie anulować anuluję anulujcie rezygnuję rezygnuje
zrezygnować rezygnacja скасувати скасовую скасуйте скасую відмінити відміняю відмініть отменить отменяю отмените
cancel cancelling canceling
"""
MOVE: Final = """
przełożyć przełożę przełożenie przełóżcie przesunąć przesunę przenieść przepisać перенести перенесу перенесіть
перенесення перенесите reschedule postpone
"""
CHANGE: Final = "zmienić zmiana zmianę zmienię змінити зміна изменить поменять change move"
"""Only with a visit or a time: a language is changed too."""
NOT: Final = "nie не ні нет not can't cannot cant don't dont won't wont"
ABLE: Final = """
mogę możemy może dam damy pasuje pasują odpowiada zdążę zdążymy będę będzie będziemy можу зможу можемо зможемо
підходить підійде вийде встигаю встигну буде могу смогу можем сможем подходит получится успею can can't cannot cant
won't wont
"""
COME: Final = """
przyjść przyjdę przyjdzie przyjdziemy przyjechać przyjadę zjawię przybędę stawię dotrę rady mnie nas прийти прийду
прийдемо приїхати приїду мене нас приехать приду придем come make attend be it
"""
STRONG_COME: Final = """
przyjdę przyjdzie przyjdziemy przyjadę przyjść przyjechać zjawię stawię прийду прийдемо приїду прийти приїхати приду
придем приехать come attend make
"""
"""Those of `COME` that say enough without a day."""
KIN: Final = {
    "parent": """
        mama mamy mamę mamie mamą tata taty tatę tacie tatą matka matki matkę ojciec ojca rodzic rodzica rodziców
        мама мами маму мамі тато тата тату батько батька мать матери отца папа папу папы
        mother mother's mum mum's mom mom's father father's dad dad's parent parents
    """,
    "child": """
        dziecko dziecka dziecku syn syna synka synek córka córki córkę córce дитина дитини дитину дитині син сина доньки
        донька доньку дочка дочки дочку ребенок ребенка ребёнка child child's son son's daughter daughter's kid
    """,
    "other": """
        mąż męża mężowi żona żony żonę żonie babcia babci babcię dziadek dziadka brat brata siostra siostry siostrę
        чоловік чоловіка дружина дружини дружину бабуся бабусі бабусю дідусь муж мужа жена жены жену
        husband husband's wife wife's grandmother brother sister
    """,
    "self": "siebie mnie sobie себе myself",
}
TOPICS: Final = {
    "law": "prawn praw юрист юридич адвокат правов lawyer legal solicitor",
    "debts": "dług dlug długi zadłuż komornik борг долг debt",
    "benefits": "zasiłk zasiłek świadcze dodatek dodatk виплат benefit",
    "family": "rodzin сімей сім'ї семей family",
    "psychology": "psycholog психолог psychologist",
    "addiction": "uzależn alkohol terapeut залежн зависим addict alcohol",
    "mediation": "mediac mediat медіац медіат медиац mediation mediator",
    "letters": "pism wnios листи заяв письм заявлен letters forms",
    "organisations": "organizacj stowarzysz fundacj організац организац",
}
"""Beginnings of words. Violence is missing on purpose: it is the crisis net's, and is asked by a button only."""
ALSO: Final = """
chciałbym chciałabym kogo ktoś kimś najbliższy najbliższe najbliższa szybko najszybciej szybciej pierwszy pierwsze jak
któryś którymś inny inna inne innym innego moja moją moje mój mojej mojego swoją swoje swój naszą іншу інший інше моя
мою мій свій свою мне мою swoich my our his her another other time kiedy kto коли хто когда кто when who na w ze z
ma u до у для for with an a the at on to i'd like want need appointment's
"""
"""Said with all of this and changing nothing."""
CODE: Final = "kod kodu kodem kodzie код кодом code"
