package dev.tarn.cypher.procedures;

import dev.tarn.application.OptionName;
import java.util.Locale;

/** What a caller may say in the map of options; each procedure takes some of them. */
enum Option {
  FROM(
      "minima to start from: ids, a node, a list of either, 'lowest:5', '@min.B' or a predicate on m"),
  TO("minima to arrive at, as from"),
  TEMPERATURE("one temperature, in units of energy (k_B = 1)"),
  TEMPERATURES("several: 'lowest:highest:count' or a list"),
  BEST("how many of the best paths; default 1"),
  MOMENTA("true: with the kinetic energy in the heat capacity"),
  OCCUPATION("minima of which to give the occupation, as from"),
  BIN("energy to whose multiples barriers of the frustration index are rounded up"),
  SEED("seed of everything random"),
  BOOTSTRAPS("synthetic samples behind the power law's p-value; default 1000"),
  WEIGHT("what an edge counts: 'unweighted', 'barrier' or 'flux'"),
  METHOD("'leiden', 'label-propagation' or 'girvan-newman'"),
  WRITE_AS("prefix of the properties, as in NAME_community; default none"),
  LEVELS("number of levels; default 60"),
  TOP("energy of the highest level"),
  LOWEST("only the lowest so many minima"),
  LARGEST("true: only the largest connected component"),
  COLOUR("property that colours the minima"),
  TITLE("headline of the drawing"),
  WHERE("predicate on minima m in Cypher: only they are looked at"),
  WHERE_TS("predicate on transition states t (from higher to lower) in Cypher");

  private final String description;

  Option(String description) {
    this.description = description;
  }

  /** As it is written in the map: the command's option in camel case. */
  String key() {
    StringBuilder key = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
      key.append(
          key.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return key.toString();
  }

  /** Its name in messages. */
  OptionName of() {
    return new OptionName(key());
  }

  /** What it takes and means. */
  String description() {
    return description;
  }
}
