package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.Network;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML of graphs: minima as nodes, transition states as directed edges that point downhill. */
final class GraphXmlWriter {
  final XMLStreamWriter xml;
  private final LandscapeStore store;
  final Landscape landscape;
  final List<String> nodeAttributes;
  final List<String> edgeAttributes;

  private GraphXmlWriter(XMLStreamWriter xml, LandscapeStore store, Landscape landscape) {
    this.xml = xml;
    this.store = store;
    this.landscape = landscape;
    this.nodeAttributes = GraphAttributes.ofMinima(store, landscape.name());
    this.edgeAttributes = GraphAttributes.ofTransitionStates(store, landscape.name());
  }

  /** A failure of the XML writer on its way out of a callback. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(XMLStreamException cause) {
      super(cause);
    }
  }

  /** Writes the root element. */
  interface Body {
    void write(GraphXmlWriter writer) throws XMLStreamException;
  }

  /** Writes a document that consists of the body. */
  static void write(LandscapeStore store, Landscape landscape, OutputStream out, Body body)
      throws IOException {
    try {
      OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(buffered, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      body.write(new GraphXmlWriter(xml, store, landscape));
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.flush();
      buffered.flush();
    } catch (XMLStreamException | Failure e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Begins a line. */
  void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** Type of an attribute, by the name that both formats have for it. */
  static String type(String attribute) {
    return GraphAttributes.INTEGER.contains(attribute) ? "long" : "double";
  }

  /** Writes a node. */
  interface NodeAction {
    void accept(long id, Map<String, String> values) throws XMLStreamException;
  }

  /** Writes an edge. */
  interface EdgeAction {
    void accept(long id, long higher, long lower, Map<String, String> values)
        throws XMLStreamException;
  }

  void forEachNode(NodeAction action) {
    store.forEachMinimum(
        landscape.name(),
        m -> {
          try {
            action.accept(m.id(), GraphAttributes.of(m));
          } catch (XMLStreamException e) {
            throw new Failure(e);
          }
        });
  }

  void forEachEdge(EdgeAction action) {
    Network network = store.network(landscape.name());
    store.forEachTransitionState(
        landscape.name(),
        t -> {
          double higher = network.energy(network.nodeOf(t.higherMinimum()));
          try {
            action.accept(
                t.id(), t.higherMinimum(), t.lowerMinimum(), GraphAttributes.of(t, higher));
          } catch (XMLStreamException e) {
            throw new Failure(e);
          }
        });
  }
}
