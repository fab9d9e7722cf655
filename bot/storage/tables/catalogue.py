"""The catalogue as it stands: seeded from `data/`, from then on the database rules."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from bot.storage.types import UtcDateTime


class CatalogueCentre(SQLModel, table=True):
    """A centre without its services: organization, sources, locations, fees."""

    __tablename__ = "catalogue_centre"

    id: str = Field(primary_key=True, max_length=64)
    position: int
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    updated_at: datetime = Field(sa_type=UtcDateTime)


class CatalogueCard(SQLModel, table=True):
    """One service of a centre; ``id`` is the fixed id, like ``koszalin/zlota-raczka``."""

    __tablename__ = "catalogue_card"

    id: str = Field(primary_key=True, max_length=128)
    centre: str = Field(foreign_key="catalogue_centre.id", index=True, ondelete="CASCADE")
    position: int
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    updated_at: datetime = Field(sa_type=UtcDateTime)


class CatalogueRevision(SQLModel, table=True):
    """A single row whose number grows with every change, so that every process notices."""

    __tablename__ = "catalogue_revision"

    id: int = Field(primary_key=True)
    number: int
