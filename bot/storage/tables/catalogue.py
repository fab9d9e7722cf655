"""The catalogue as it stands: seeded from `data/`, from then on the database rules."""

from datetime import datetime
from enum import StrEnum
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


class ProposalState(StrEnum):
    """What became of a proposed card."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class CatalogueProposal(SQLModel, table=True):
    """A card that an organisation or a firm proposes and the organiser has yet to look at."""

    __tablename__ = "catalogue_proposal"

    id: int | None = Field(default=None, primary_key=True)
    centre: str = Field(foreign_key="catalogue_centre.id", index=True, max_length=64, ondelete="CASCADE")
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    """The service, its locations and its source, as `bot.catalogue.proposals` writes them."""
    proposed_by: int | None = Field(default=None, foreign_key="account.id", index=True, ondelete="SET NULL")
    created_at: datetime = Field(sa_type=UtcDateTime)
    state: str = Field(max_length=16)
    decided_by: int | None = Field(default=None, foreign_key="account.id", index=True, ondelete="SET NULL")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    card: str | None = Field(default=None, max_length=128)
    """The fixed id that the card got when it was accepted."""
