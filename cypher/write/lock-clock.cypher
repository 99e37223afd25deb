// Takes the one lock that writers queue for, and tells the last instant of recording. So instants strictly increase in
// the order of commits, and what was read as of an instant that it has reached never changes afterwards. The lock comes
// with the change and lasts until the transaction ends; the change is undone at once, for a write that changes nothing
// else.
// @row last: string?
MERGE (clock:Clock {id: 'clock'})
SET clock.locked = true
REMOVE clock.locked
RETURN clock.last AS last
