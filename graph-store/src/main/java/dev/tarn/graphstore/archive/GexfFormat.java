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

/** GEXF 1.3, for Gephi. */
final class GexfFormat implements FileFormat {

  @Override
  public List<String> extensions() {
    return List.of("gexf");
  }

  @Override
  public Set<ArchiveContent> holds() {
    return GraphAttributes.CONTENTS;
  }

  @Override
  public void write(LandscapeStore store, Landscape landscape, OutputStream out)
      throws IOException {
    GraphXmlWriter.write(store, landscape, out, GexfFormat::write);
  }

  private static void write(GraphXmlWriter w) throws XMLStreamException {
    XMLStreamWriter xml = w.xml;
    w.line(0);
    xml.writeStartElement("gexf");
    xml.writeDefaultNamespace("http://gexf.net/1.3");
    xml.writeAttribute("version", "1.3");
    w.line(1);
    xml.writeStartElement("graph");
    xml.writeAttribute("defaultedgetype", "directed");
    attributes(w, "node", w.nodeAttributes);
    attributes(w, "edge", w.edgeAttributes);
    w.line(2);
    xml.writeStartElement("nodes");
    w.forEachNode(
        (id, values) -> {
          w.line(3);
          xml.writeStartElement("node");
          xml.writeAttribute("id", Long.toString(id));
          xml.writeAttribute("label", Long.toString(id));
          values(w, w.nodeAttributes, values);
          xml.writeEndElement();
        });
    w.line(2);
    xml.writeEndElement();
    w.line(2);
    xml.writeStartElement("edges");
    w.forEachEdge(
        (id, higher, lower, values) -> {
          w.line(3);
          xml.writeStartElement("edge");
          xml.writeAttribute("id", Long.toString(id));
          xml.writeAttribute("source", Long.toString(higher));
          xml.writeAttribute("target", Long.toString(lower));
          // A kind of its own for each of several edges between the same nodes keeps them apart.
          xml.writeAttribute("kind", Long.toString(id));
          values(w, w.edgeAttributes, values);
          xml.writeEndElement();
        });
    w.line(2);
    xml.writeEndElement();
    w.line(1);
    xml.writeEndElement();
    w.line(0);
    xml.writeEndElement();
  }

  private static void attributes(GraphXmlWriter w, String kind, List<String> attributes)
      throws XMLStreamException {
    w.line(2);
    w.xml.writeStartElement("attributes");
    w.xml.writeAttribute("class", kind);
    for (int i = 0; i < attributes.size(); i++) {
      w.line(3);
      w.xml.writeEmptyElement("attribute");
      w.xml.writeAttribute("id", Integer.toString(i));
      w.xml.writeAttribute("title", attributes.get(i));
      w.xml.writeAttribute("type", GraphXmlWriter.type(attributes.get(i)));
    }
    w.line(2);
    w.xml.writeEndElement();
  }

  private static void values(GraphXmlWriter w, List<String> attributes, Map<String, String> values)
      throws XMLStreamException {
    w.xml.writeStartElement("attvalues");
    for (int i = 0; i < attributes.size(); i++) {
      String value = values.get(attributes.get(i));
      if (value != null) {
        w.xml.writeEmptyElement("attvalue");
        w.xml.writeAttribute("for", Integer.toString(i));
        w.xml.writeAttribute("value", value);
      }
    }
    w.xml.writeEndElement();
  }
}
