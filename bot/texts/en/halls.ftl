# Rooms and desks: reserving, requests, organisations, the plan; hours and answers for their keepers.
own-part-halls = 🏛 rooms, organisation and private calendar: { $count }
