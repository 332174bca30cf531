// Which isolated stationary points are closest to being singular?
//
// By the smallest magnitude of an eigenvalue of the Hessian, which a census stores with each point.
// A certified radius is there where the point is proved to exist.
//
// $landscape   name of the landscape
// $limit = 10  how many
MATCH (s:StationaryPoint {landscape: $landscape})
WHERE s.unexpectedZeroEigenvalues IS NULL AND s.softestEigenvalue IS NOT NULL
RETURN s.index AS index, s.id AS id, s.energy AS energy, s.softestEigenvalue AS softestEigenvalue,
       s.certifiedRadius AS certifiedRadius
ORDER BY softestEigenvalue, index, id
LIMIT $limit
