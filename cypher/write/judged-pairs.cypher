// Of pairs, those on which something was ever proposed or decided.
// @param pairs: [string]
// @row pair: string
UNWIND $pairs AS pair
WITH pair WHERE EXISTS { MATCH (:Judgement {pair: pair}) }
RETURN pair
