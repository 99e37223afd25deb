// The instant that the clock of recording has reached; null, or no row, where nothing was ever recorded.
// @row last: string?
MATCH (clock:Clock {id: 'clock'})
RETURN clock.last AS last
