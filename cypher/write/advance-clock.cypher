// Sets the clock to the instant of this write, and leaves the mark by which the write is known to be stored.
// @param instant: string
// @param commit: string
// @row last: string
MATCH (clock:Clock {id: 'clock'})
SET clock.last = $instant
CREATE (:Commit {id: $commit})
RETURN clock.last AS last
