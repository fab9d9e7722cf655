"""What a centre must confirm before people are let in."""

from collections.abc import Sequence

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Status


def open_points(catalogue: Catalogue, centres: Sequence[str] = ()) -> list[str]:
    """One English sentence for each open point, of the given centres or of all."""
    points = []
    for centre in catalogue:
        organization = centre.organization
        if centres and organization.id not in centres:
            continue
        name = organization.id
        if not organization.phones:
            points.append(f"{name}: no phone of the desk is confirmed.")
        if not organization.schedules:
            points.append(f"{name}: no opening hours are confirmed.")
        if not organization.locations:
            points.append(f"{name}: no address is confirmed.")
        if not organization.inspector:
            points.append(f"{name}: no contact of the data-protection inspector is given (RODO art. 13).")
        if not organization.crisis_phones:
            points.append(f"{name}: no crisis numbers of its own (night shelter, crisis intervention) are confirmed.")
        for service in centre.services:
            if service.status is not Status.ACTIVE:
                until = f", in the source until {service.valid_until}" if service.valid_until else ""
                points.append(
                    f"{name}/{service.id}: status is {service.status}{until}; last assured on {service.assured_on}."
                )
        for fee in centre.fees:
            if fee.valid_until:
                points.append(f"{name}: fee {fee.id} is in the source until {fee.valid_until}.")
    return points
