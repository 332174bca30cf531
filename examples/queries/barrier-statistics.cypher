// How high are the barriers?
//
// From the higher and from the lower minimum of each transition state, degenerate rearrangements
// left out.
//
// $landscape   name of the landscape
MATCH (higher:Minimum {landscape: $landscape})-[t:TRANSITION_STATE]->(lower)
WHERE higher <> lower
WITH t.barrier AS down, t.energy - lower.energy AS up
RETURN count(*) AS transitionStates, min(down) AS lowestDown, avg(down) AS meanDown,
       percentileCont(down, 0.5) AS medianDown, max(down) AS highestDown, avg(up) AS meanUp,
       percentileCont(up, 0.5) AS medianUp
