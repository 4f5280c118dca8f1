package io.outputport.provisioner.cli.report;

import io.outputport.provisioner.outcome.Problem;
import java.io.PrintWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** For pipelines that show test reports, GitLab's merge requests among them: a failed test for every problem. */
public final class JunitReport implements Report {
    @Override
    public void print(List<Checked> descriptors, PrintWriter out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (Checked descriptor : descriptors) {
                suite(xml, descriptor);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
            out.println();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("the report cannot be written", broken);
        }
    }

    private static void suite(XMLStreamWriter xml, Checked descriptor) throws XMLStreamException {
        int failures = descriptor.problems().size();
        xml.writeStartElement("testsuite");
        attribute(xml, "name", descriptor.file());
        attribute(xml, "tests", Integer.toString(Math.max(1, failures)));
        attribute(xml, "failures", Integer.toString(failures));
        if (descriptor.valid()) {
            start(xml, descriptor, "is valid");
            xml.writeEndElement();
        }
        for (Problem problem : descriptor.problems()) {
            failure(xml, descriptor, problem);
        }
        if (!descriptor.notices().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(String.join(
                    "\n", descriptor.notices().stream().map(Problem::sentence).toList())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void failure(XMLStreamWriter xml, Checked descriptor, Problem problem) throws XMLStreamException {
        String place = problem.position().map(where -> " at " + where).orElse("");
        start(xml, descriptor, problem.code() + place);
        xml.writeStartElement("failure");
        attribute(xml, "type", problem.code().id());
        attribute(xml, "message", problem.message());
        xml.writeCharacters(legal(descriptor.file() + "\n" + problem.sentence()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, Checked descriptor, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", descriptor.file());
        attribute(xml, "name", name);
        attribute(xml, "file", descriptor.file());
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    /** Without the characters that XML cannot hold even when they are escaped. */
    private static String legal(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
