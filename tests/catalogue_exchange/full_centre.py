"""A made-up centre in which every field of the model is used."""

from bot.catalogue.loading import centre_of
from bot.catalogue.model import Centre


def text(pl: str) -> dict[str, str]:
    return {"pl": pl, "uk": f"{pl} (uk)", "en": f"{pl} (en)"}


def full_centre() -> Centre:
    hours = {
        "byday": ["MO", "TU", "WE"],
        "opens_at": "7:30",
        "closes_at": "15:30",
        "valid_from": "2026-01-01",
        "valid_to": "2026-12-31",
        "description": text("Zapisy"),
    }
    phone = {"number": "600 100 200", "description": text("Zapisy")}
    return centre_of(
        {
            "organization": {
                "id": "brzeg",
                "name": "CUS Brzeg",
                "city": text("Brzeg"),
                "city_locative": "Brzegu",
                "description": text("Centrum"),
                "phones": [phone, {"number": "77 400 10 10"}],
                "email": "cus@example.org",
                "url": "https://example.org/cus",
                "locations": ["dom", "filia"],
                "schedules": [hours, {"byday": ["TH"], "opens_at": "9:00", "closes_at": "17:00"}],
                "desk": "biuro",
                "crisis_phones": [{"number": "116 123", "description": text("Noclegownia")}],
                "closing_days": ["2026-12-24"],
            },
            "sources": [
                {"id": "1", "title": "Uchwała, paragraf 1", "date": "2026-01-02"},
                {"id": "2", "title": "Ulotka", "date": "2026-02-03"},
            ],
            "locations": [
                {
                    "id": "dom",
                    "name": text("Dom"),
                    "address": "ul. Długa 1",
                    "city": "Brzeg",
                    "latitude": 50.86,
                    "longitude": 17.47,
                    "accessibility": text("Bez progu"),
                    "transportation": text("Autobus 1"),
                },
                {"id": "filia", "name": {"pl": "Filia"}, "city": "Brzeg"},
            ],
            "fees": [
                {
                    "id": "grosz",
                    "sentence": text("20% ceny"),
                    "exemptions": [{"id": "a", "option": text("Seniorzy")}, {"id": "b", "option": {"pl": "Dzieci"}}],
                    "source": "2",
                    "assured_on": "2026-02-03",
                    "valid_until": "2026-12-31",
                }
            ],
            "services": [
                {
                    "id": "naprawy",
                    "kind": "service",
                    "official_name": "usługa drobnych napraw",
                    "name": text("Drobne naprawy"),
                    "alternate_names": {"pl": ["majster", "hydraulik"], "uk": ["майстер"], "ru": ["мастер"]},
                    "needs": {"pl": ["cieknie kran; i zlew"], "en": ["dripping tap"]},
                    "topics": ["home", "seniors"],
                    "description": text("Pierwsza linia.\nDruga linia."),
                    "eligibility": text("Dla seniorów"),
                    "minimum_age": 60,
                    "maximum_age": 110,
                    "fee": "grosz",
                    "fees_description": text("Materiały we własnym zakresie"),
                    "application_process": text("Telefonicznie"),
                    "required_documents": [text("Oświadczenie"), {"pl": "Zgoda"}],
                    "phones": [phone],
                    "email": "naprawy@example.org",
                    "url": "https://example.org/naprawy",
                    "locations": ["filia", "dom"],
                    "schedules": [hours],
                    "capacity": text("Dwie osoby"),
                    "alert": text("Przerwa w lipcu"),
                    "more": text("Więcej"),
                    "see_also": ["biuro"],
                    "status": "intake closed",
                    "valid_until": "2026-12-31",
                    "source": "1",
                    "assured_on": "2026-01-02",
                },
                {
                    "id": "biuro",
                    "kind": "point",
                    "official_name": "Biuro",
                    "name": {"pl": "Biuro"},
                    "alternate_names": {},
                    "needs": {},
                    "topics": ["office"],
                    "description": {"pl": "Opis"},
                    "status": "planned",
                    "source": "1",
                    "assured_on": "2026-01-02",
                },
            ],
        },
        "brzeg",
    )
