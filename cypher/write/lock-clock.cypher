// Takes the one lock that writers queue for, and tells the last instant of recording. So instants strictly increase in
// the order of commits, and what was read as of an instant that it has reached never changes afterwards.
// @row last: string?
MERGE (clock:Clock {id: 'clock'})
SET clock.locked = true
RETURN clock.last AS last
