// Lets the clock reach a moment, once the writes that hold its lock are stored: every later write gets a later instant.
// @param moment: string
// @row last: string
MERGE (clock:Clock {id: 'clock'})
// The lock comes first: the last instant is read under it.
SET clock.locked = true
SET clock.last = CASE WHEN clock.last > $moment THEN clock.last ELSE $moment END
REMOVE clock.locked
RETURN clock.last AS last
