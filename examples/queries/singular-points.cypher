// Which stationary points are singular?
//
// Their Hessian has more zero eigenvalues than the symmetry predicts. A continuous family appears
// once for each energy.
//
// $landscape   name of the landscape
// $limit = 20  how many
MATCH (s:StationaryPoint {landscape: $landscape})
WHERE s.unexpectedZeroEigenvalues > 0
RETURN s.id AS id, s.energy AS energy, s.index AS negative, s.unexpectedZeroEigenvalues AS zero, s.hits AS hits
ORDER BY energy, id
LIMIT $limit
