package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** GraphML, for networkx, igraph, yEd and Gephi. */
final class GraphMlFormat implements FileFormat {

  @Override
  public List<String> extensions() {
    return List.of("graphml");
  }

  @Override
  public Set<ArchiveContent> holds() {
    return GraphAttributes.CONTENTS;
  }

  @Override
  public void write(LandscapeStore store, Landscape landscape, OutputStream out)
      throws IOException {
    GraphXmlWriter.write(store, landscape, out, GraphMlFormat::write);
  }

  private static void write(GraphXmlWriter w) throws XMLStreamException {
    XMLStreamWriter xml = w.xml;
    w.line(0);
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
    keys(w, "node", "n", w.nodeAttributes);
    keys(w, "edge", "e", w.edgeAttributes);
    w.line(1);
    xml.writeStartElement("graph");
    xml.writeAttribute("id", w.landscape.name());
    xml.writeAttribute("edgedefault", "directed");
    w.forEachNode(
        (id, values) -> {
          w.line(2);
          xml.writeStartElement("node");
          xml.writeAttribute("id", Long.toString(id));
          data(w, "n", w.nodeAttributes, values);
          xml.writeEndElement();
        });
    w.forEachEdge(
        (id, higher, lower, values) -> {
          w.line(2);
          xml.writeStartElement("edge");
          xml.writeAttribute("id", "t" + id);
          xml.writeAttribute("source", Long.toString(higher));
          xml.writeAttribute("target", Long.toString(lower));
          data(w, "e", w.edgeAttributes, values);
          xml.writeEndElement();
        });
    w.line(1);
    xml.writeEndElement();
    w.line(0);
    xml.writeEndElement();
  }

  private static void keys(GraphXmlWriter w, String kind, String prefix, List<String> attributes)
      throws XMLStreamException {
    for (int i = 0; i < attributes.size(); i++) {
      w.line(1);
      w.xml.writeEmptyElement("key");
      w.xml.writeAttribute("id", prefix + i);
      w.xml.writeAttribute("for", kind);
      w.xml.writeAttribute("attr.name", attributes.get(i));
      w.xml.writeAttribute("attr.type", GraphXmlWriter.type(attributes.get(i)));
    }
  }

  private static void data(
      GraphXmlWriter w, String prefix, List<String> attributes, Map<String, String> values)
      throws XMLStreamException {
    for (int i = 0; i < attributes.size(); i++) {
      String value = values.get(attributes.get(i));
      if (value != null) {
        w.xml.writeStartElement("data");
        w.xml.writeAttribute("key", prefix + i);
        w.xml.writeCharacters(value);
        w.xml.writeEndElement();
      }
    }
  }
}
