import dev.tarn.Tarn;
import dev.tarn.analytics.graph.NetworkGraph;
import dev.tarn.application.MinimaSet;
import dev.tarn.application.Subject;
import dev.tarn.application.kinetics.RatesAnswer;
import dev.tarn.application.kinetics.RatesQuestion;
import dev.tarn.application.tree.TreeQuestion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;

/** java -cp "$(bin/tarn --library)" examples/scripting/FirstLandscape.java my-folder 10 */
public class FirstLandscape {
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    Duration time = Duration.ofSeconds(Long.parseLong(args[1]));
    try (Tarn tarn = Tarn.open(folder.resolve("store"))) {
      tarn.explore("lj13", "lennard-jones", Map.of("atoms", 13), run -> run.withTime(time));
      Subject lj13 = tarn.landscape("lj13");
      MinimaSet icosahedron = MinimaSet.lowest(1);
      MinimaSet liquid = new MinimaSet("m.energy > -41");
      RatesAnswer rates = lj13.ask(RatesQuestion.between(icosahedron, liquid, 0.3));
      System.out.println("melts at rate " + rates.rows().get(0).rateForward());
      lj13.ask(TreeQuestion.ofAllMinima()).writeTo(folder.resolve("lj13.svg"));
      NetworkGraph graph = NetworkGraph.of(lj13.network()); // any algorithm of JGraphT takes it
      var cutPoints = new BiconnectivityInspector<>(graph).getCutpoints();
      System.out.println(cutPoints.size() + " of " + graph.vertexSet().size() + " are cut points");
    }
  }
}
