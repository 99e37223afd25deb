// Takes the one lock that writers queue for, and tells the last instant of recording. So instants strictly increase in
// the order of commits, and what was read as of a moment never changes afterwards, unless a write that had begun by
// then was still under way.
// @row last: string?
MERGE (clock:Clock {id: 'clock'})
SET clock.locked = true
RETURN clock.last AS last
