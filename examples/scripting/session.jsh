import dev.tarn.graphstore.*
import dev.tarn.graphstore.embedded.*
import dev.tarn.analytics.thermodynamics.*
var store = Neo4jLandscapeStore.open(java.nio.file.Path.of(System.getProperty("store", "tarn-store")), StoreOptions.READ)
var network = store.network(System.getProperty("landscape", "lj13"))
System.out.println(network.nodeCount() + " minima, " + network.edgeCount() + " transition states")
var superposition = HarmonicSuperposition.of(network, Momenta.LEFT_OUT)
System.out.println("p(global minimum, T = 0.1) = " + superposition.occupation(0.1, network.minimumId(network.globalMinimum())))
store.close()
/exit
