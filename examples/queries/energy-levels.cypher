// How are the minima spread over energy?
//
// A histogram with bins of equal width, counted from the global minimum.
//
// $landscape   name of the landscape
// $width = 1.0 width of a bin
MATCH (m:Minimum {landscape: $landscape})
WITH collect(m.energy) AS energies, min(m.energy) AS lowest
UNWIND energies AS energy
WITH toInteger(floor((energy - lowest) / $width)) AS bin, lowest, energy
RETURN lowest + bin * $width AS above, count(energy) AS minima
ORDER BY above
