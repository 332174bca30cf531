// Which minima are best connected?
//
// Hubs are minima with many neighbours; often they lie low. The rank counts minima of lower energy.
//
// $landscape   name of the landscape
// $limit = 10  how many
MATCH (m:Minimum {landscape: $landscape})-[:TRANSITION_STATE]-(n)
WHERE n <> m
WITH m, count(DISTINCT n) AS degree
ORDER BY degree DESC, m.id
LIMIT $limit
RETURN m.id AS id, degree, m.energy AS energy,
       1 + COUNT { MATCH (l:Minimum {landscape: $landscape}) WHERE l.energy < m.energy } AS rankByEnergy
ORDER BY degree DESC, id
