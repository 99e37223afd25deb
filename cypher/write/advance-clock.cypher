// Sets the clock to the instant of this write.
// @param instant: string
// @row last: string
MATCH (clock:Clock {id: 'clock'})
SET clock.last = $instant
REMOVE clock.locked
RETURN clock.last AS last
