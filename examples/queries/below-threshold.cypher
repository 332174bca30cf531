// What can be reached from a minimum without ever rising above an energy?
//
// The superbasin of the minimum at that energy, lowest minima first.
//
// $landscape   name of the landscape
// $from        id of the minimum
// $energy      no transition state on the way lies above it
// $limit = 20  how many
MATCH (start:Minimum {landscape: $landscape, id: $from})
MATCH (start)-[ts:TRANSITION_STATE*0..]-(m:Minimum)
WHERE all(t IN ts WHERE t.energy <= $energy)
WITH DISTINCT m
RETURN m.id AS minimum, m.energy AS energy
ORDER BY energy, minimum
LIMIT $limit
