import dev.tarn.analytics.paths.PathSearch;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.graphstore.StoreOptions;
import java.nio.file.Path;

/** java -cp "$(bin/tarn --library)" examples/scripting/LowestPath.java tarn-store lj13 1 2 */
public class LowestPath {
  public static void main(String[] args) {
    long[] from = {Long.parseLong(args[2])};
    long[] to = {Long.parseLong(args[3])};
    try (var store = Neo4jLandscapeStore.open(Path.of(args[0]), StoreOptions.READ)) {
      var network = store.network(args[1]);
      var lowest = network.globalMinimum();
      System.out.println("global minimum " + network.energy(lowest));
      for (var way : PathSearch.between(network, from, to).lowestBarrier(1)) {
        System.out.println(way.steps() + " steps, barrier " + way.barrier());
      }
    }
  }
}
