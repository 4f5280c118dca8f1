package io.outputport.provisioner.cli.report;

import io.outputport.foundation.outcome.Problem;
import java.io.PrintWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** For pipelines that show test reports, GitLab's merge requests among them: a failed test for every problem, a skipped one for
 * every notice. */
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
        int problems = descriptor.problems().size();
        int failures = descriptor.judged() ? problems : 0;
        int notices = descriptor.notices().size();
        xml.writeStartElement("testsuite");
        attribute(xml, "name", descriptor.file());
        attribute(xml, "tests", Integer.toString(Math.max(1, problems) + notices));
        attribute(xml, "failures", Integer.toString(failures));
        attribute(xml, "errors", Integer.toString(problems - failures));
        attribute(xml, "skipped", Integer.toString(notices));
        if (descriptor.valid()) {
            start(xml, descriptor, "is valid");
            xml.writeEndElement();
        }
        for (Problem problem : descriptor.problems()) {
            problem(xml, descriptor, problem);
        }
        for (Problem notice : descriptor.notices()) {
            notice(xml, descriptor, notice);
        }
        xml.writeEndElement();
    }

    private static void problem(XMLStreamWriter xml, Checked descriptor, Problem problem) throws XMLStreamException {
        start(xml, descriptor, name(problem));
        xml.writeStartElement(descriptor.judged() ? "failure" : "error");
        attribute(xml, "type", problem.code().id());
        attribute(xml, "message", problem.message());
        xml.writeCharacters(legal(descriptor.file() + "\n" + problem.sentence()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** A test that was not carried through, since the outside decides later. */
    private static void notice(XMLStreamWriter xml, Checked descriptor, Problem notice) throws XMLStreamException {
        start(xml, descriptor, name(notice));
        xml.writeStartElement("skipped");
        attribute(xml, "message", notice.sentence());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String name(Problem problem) {
        return problem.code() + problem.position().map(where -> " at " + where).orElse("");
    }

    private static void start(XMLStreamWriter xml, Checked descriptor, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", descriptor.file());
        attribute(xml, "name", name);
        attribute(xml, "time", "0");
        // GitLab's own; it leads from the merge request to the file.
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
