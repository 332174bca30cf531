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

/** GraphML and GEXF: minima as nodes, transition states as directed edges that point downhill. */
final class GraphXmlWriter {
  private final XMLStreamWriter xml;
  private final LandscapeStore store;
  private final Landscape landscape;
  private final List<String> nodeAttributes;
  private final List<String> edgeAttributes;

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

  private interface Body {
    void write(GraphXmlWriter writer) throws XMLStreamException;
  }

  static void writeGraphMl(LandscapeStore store, Landscape landscape, OutputStream out)
      throws IOException {
    write(store, landscape, out, GraphXmlWriter::graphMl);
  }

  static void writeGexf(LandscapeStore store, Landscape landscape, OutputStream out)
      throws IOException {
    write(store, landscape, out, GraphXmlWriter::gexf);
  }

  private static void write(LandscapeStore store, Landscape landscape, OutputStream out, Body body)
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

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String type(String attribute) {
    return GraphAttributes.WHOLE.contains(attribute) ? "long" : "double";
  }

  private void graphMl() throws XMLStreamException {
    line(0);
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
    graphMlKeys("node", "n", nodeAttributes);
    graphMlKeys("edge", "e", edgeAttributes);
    line(1);
    xml.writeStartElement("graph");
    xml.writeAttribute("id", landscape.name());
    xml.writeAttribute("edgedefault", "directed");
    forEachNode(
        (id, values) -> {
          line(2);
          xml.writeStartElement("node");
          xml.writeAttribute("id", Long.toString(id));
          graphMlData("n", nodeAttributes, values);
          xml.writeEndElement();
        });
    forEachEdge(
        (id, higher, lower, values) -> {
          line(2);
          xml.writeStartElement("edge");
          xml.writeAttribute("id", "t" + id);
          xml.writeAttribute("source", Long.toString(higher));
          xml.writeAttribute("target", Long.toString(lower));
          graphMlData("e", edgeAttributes, values);
          xml.writeEndElement();
        });
    line(1);
    xml.writeEndElement();
    line(0);
    xml.writeEndElement();
  }

  private void graphMlKeys(String kind, String prefix, List<String> attributes)
      throws XMLStreamException {
    for (int i = 0; i < attributes.size(); i++) {
      line(1);
      xml.writeEmptyElement("key");
      xml.writeAttribute("id", prefix + i);
      xml.writeAttribute("for", kind);
      xml.writeAttribute("attr.name", attributes.get(i));
      xml.writeAttribute("attr.type", type(attributes.get(i)));
    }
  }

  private void graphMlData(String prefix, List<String> attributes, Map<String, String> values)
      throws XMLStreamException {
    for (int i = 0; i < attributes.size(); i++) {
      String value = values.get(attributes.get(i));
      if (value != null) {
        xml.writeStartElement("data");
        xml.writeAttribute("key", prefix + i);
        xml.writeCharacters(value);
        xml.writeEndElement();
      }
    }
  }

  private void gexf() throws XMLStreamException {
    line(0);
    xml.writeStartElement("gexf");
    xml.writeDefaultNamespace("http://gexf.net/1.3");
    xml.writeAttribute("version", "1.3");
    line(1);
    xml.writeStartElement("graph");
    xml.writeAttribute("defaultedgetype", "directed");
    gexfAttributes("node", nodeAttributes);
    gexfAttributes("edge", edgeAttributes);
    line(2);
    xml.writeStartElement("nodes");
    forEachNode(
        (id, values) -> {
          line(3);
          xml.writeStartElement("node");
          xml.writeAttribute("id", Long.toString(id));
          xml.writeAttribute("label", Long.toString(id));
          gexfValues(nodeAttributes, values);
          xml.writeEndElement();
        });
    line(2);
    xml.writeEndElement();
    line(2);
    xml.writeStartElement("edges");
    forEachEdge(
        (id, higher, lower, values) -> {
          line(3);
          xml.writeStartElement("edge");
          xml.writeAttribute("id", Long.toString(id));
          xml.writeAttribute("source", Long.toString(higher));
          xml.writeAttribute("target", Long.toString(lower));
          // A kind of its own for each of several edges between the same nodes keeps them apart.
          xml.writeAttribute("kind", Long.toString(id));
          gexfValues(edgeAttributes, values);
          xml.writeEndElement();
        });
    line(2);
    xml.writeEndElement();
    line(1);
    xml.writeEndElement();
    line(0);
    xml.writeEndElement();
  }

  private void gexfAttributes(String kind, List<String> attributes) throws XMLStreamException {
    line(2);
    xml.writeStartElement("attributes");
    xml.writeAttribute("class", kind);
    for (int i = 0; i < attributes.size(); i++) {
      line(3);
      xml.writeEmptyElement("attribute");
      xml.writeAttribute("id", Integer.toString(i));
      xml.writeAttribute("title", attributes.get(i));
      xml.writeAttribute("type", type(attributes.get(i)));
    }
    line(2);
    xml.writeEndElement();
  }

  private void gexfValues(List<String> attributes, Map<String, String> values)
      throws XMLStreamException {
    xml.writeStartElement("attvalues");
    for (int i = 0; i < attributes.size(); i++) {
      String value = values.get(attributes.get(i));
      if (value != null) {
        xml.writeEmptyElement("attvalue");
        xml.writeAttribute("for", Integer.toString(i));
        xml.writeAttribute("value", value);
      }
    }
    xml.writeEndElement();
  }

  private interface NodeAction {
    void accept(long id, Map<String, String> values) throws XMLStreamException;
  }

  private interface EdgeAction {
    void accept(long id, long higher, long lower, Map<String, String> values)
        throws XMLStreamException;
  }

  private void forEachNode(NodeAction action) {
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

  private void forEachEdge(EdgeAction action) {
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
