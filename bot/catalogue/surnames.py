"""The commonest surnames of Poland and Ukraine, as they head a dictionary's entry; for masking."""

from typing import Final

SURNAMES: Final = """
    nowak kowalski wiśniewski wójcik kowalczyk kamiński lewandowski zieliński szymański woźniak dąbrowski kozłowski
    mazur jankowski kwiatkowski wojciechowski krawczyk kaczmarek piotrowski grabowski pawłowski michalski zając król
    wieczorek jabłoński wróbel nowakowski majewski olszewski stępień malinowski jaworski adamczyk dudek nowicki
    pawlak górski witkowski walczak sikora baran rutkowski michalak szewczyk ostrowski tomaszewski pietrzak zalewski
    wróblewski marciniak jasiński zawadzki bąk jakubowski sadowski duda włodarczyk wilk chmielewski borkowski
    sokołowski szczepański sawicki kucharski lis maciejewski kubiak kalinowski mazurek wysocki kołodziej kaźmierczak
    czarnecki sobczak konieczny urban głowacki wasilewski zakrzewski krajewski laskowski sikorski ziółkowski
    gajewski szulc mróz makowski brzeziński kaczmarczyk baranowski przybylski borowski szymczak błaszczyk kozak
    cieślak kania górecki szymczyk andrzejewski leszczyński mikołajczyk czerwiński ziemba markowski kołodziejczyk
    urbański bielecki tomczak kowalewski gołębiowski kruk janik kurek bednarek banaś musiał wolski klimek bielak
    cichy domański słowik olejniczak kot stankiewicz krupa kasprzak tomczyk pająk ratajczak orłowski gutowski
    janowski czajkowski wrona pluta łuczak sobolewski matuszewski filipek kaczor sowa zych janicki gołąb stasiak
    szczepaniak kulesza leśniak kosiński grzelak bujak kuczyński małecki marczak czaja cybulski bednarczyk lipiński
    pietrzyk marzec milczarek wnuk madej dziedzic kołodziejski żak socha drozd bernat wierzbicki majchrzak żuk skiba
    nowakowa kowal gruszka gajda kuś łapiński kosior rybak kozieł kozioł śliwa wawrzyniak shevchenko bondarenko
    kovalenko tkachenko kravchenko kovalchuk melnyk boiko boyko koval lysenko moroz rudenko szewczenko kowalenko
    tkaczenko krawczenko kowalczuk bojko tkaczuk шевченко бойко мельник коваленко бондаренко ткаченко кравченко
    ковальчук олійник ткачук поліщук марченко лисенко руденко савченко петренко мороз клименко павленко савчук
    мельничук іванов петров іваненко пономаренко хоменко гончаренко романенко сидоренко василенко левченко
"""
