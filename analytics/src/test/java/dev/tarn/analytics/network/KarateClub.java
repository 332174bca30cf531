package dev.tarn.analytics.network;

import java.util.List;
import org.jgrapht.generate.NamedGraphGenerator;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.util.SupplierUtil;

/** Zachary's karate club, about which everything has been published. */
final class KarateClub {
  private KarateClub() {}

  static SimpleGraph graph() {
    var club =
        new org.jgrapht.graph.SimpleGraph<Integer, DefaultEdge>(
            SupplierUtil.createIntegerSupplier(), SupplierUtil.createDefaultEdgeSupplier(), false);
    new NamedGraphGenerator<Integer, DefaultEdge>().generateZacharyKarateClubGraph(club);
    List<DefaultEdge> edges = List.copyOf(club.edgeSet());
    int lowest = club.vertexSet().stream().mapToInt(v -> v).min().orElse(0);
    return SimpleGraph.ofEdges(
        club.vertexSet().size(),
        edges.stream().mapToInt(e -> club.getEdgeSource(e) - lowest).toArray(),
        edges.stream().mapToInt(e -> club.getEdgeTarget(e) - lowest).toArray());
  }
}
