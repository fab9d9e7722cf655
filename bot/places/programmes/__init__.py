"""Groups for several meetings: interest, a keeper's yes, all meetings booked together, who came."""
