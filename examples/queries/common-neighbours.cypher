// Which minima neighbour both of two minima?
//
// $landscape   name of the landscape
// $a           id of one minimum
// $b           id of the other
MATCH (a:Minimum {landscape: $landscape, id: $a})-[:TRANSITION_STATE]-(n)-[:TRANSITION_STATE]-(b:Minimum {landscape: $landscape, id: $b})
WHERE n <> a AND n <> b
RETURN DISTINCT n.id AS id, n.energy AS energy
ORDER BY energy, id
