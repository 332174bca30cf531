// Which minima have almost the same energy?
//
// Pairs of minima next to each other in energy that differ by less than a tolerance: candidates for
// the same structure found twice, or for mirror images kept apart.
//
// $landscape          name of the landscape
// $tolerance = 1e-6   largest difference in energy
// $limit = 20         how many
MATCH (m:Minimum {landscape: $landscape})
WITH m ORDER BY m.energy, m.id
WITH collect(m) AS sorted
UNWIND range(1, size(sorted) - 1) AS i
WITH sorted[i - 1] AS lower, sorted[i] AS higher
WHERE higher.energy - lower.energy < $tolerance
RETURN lower.id AS lower, higher.id AS higher, higher.energy - lower.energy AS difference,
       lower.energy AS energy
ORDER BY difference, lower
LIMIT $limit
