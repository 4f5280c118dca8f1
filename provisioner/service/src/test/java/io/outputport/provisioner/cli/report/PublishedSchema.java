package io.outputport.provisioner.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.StringReader;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The schema that the readers of our reports were written for. */
public final class PublishedSchema {
    private PublishedSchema() {}

    /** Suite by suite, as Surefire writes one file for each; less the one attribute that is GitLab's own. */
    public static void isJunit(String xml) throws Exception {
        Document report =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(open("surefire-test-report.xsd")));
        assertThat(report.getDocumentElement().getTagName()).isEqualTo("testsuites");
        NodeList cases = report.getElementsByTagName("testcase");
        for (int at = 0; at < cases.getLength(); at++) {
            ((Element) cases.item(at)).removeAttribute("file");
        }
        Validator validator = schema.newValidator();
        for (Node suite = report.getDocumentElement().getFirstChild(); suite != null; suite = suite.getNextSibling()) {
            validator.validate(new DOMSource(suite));
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(PublishedSchema.class.getResourceAsStream("/report/" + file), file);
    }
}
