package io.whittle.assembler.text;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/** The XML that CI servers read of JUnit, as Surefire writes it: flaky cases too. Lines end with {@code \n}. */
public final class JUnitXml {
    private final XMLStreamWriter xml;
    private final int depth;

    private JUnitXml(XMLStreamWriter xml, int depth) {
        this.xml = xml;
        this.depth = depth;
    }

    /**
     * A suite.
     *
     * @param name its name, which is that of the class of all its cases
     * @param cases in their order
     */
    public record Suite(String name, List<Case> cases) {
        public Suite {
            cases = List.copyOf(cases);
        }

        private String count(Kind kind) {
            return Long.toString(cases.stream()
                    .filter(each -> each.entries().stream()
                            .anyMatch(entry -> entry.kind().equals(kind)))
                    .count());
        }
    }

    /**
     * A case.
     *
     * @param name its name
     * @param millis how long it took
     * @param entries what is to be said of it; none where it passed at once
     */
    public record Case(String name, long millis, List<Entry> entries) {
        public Case {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What is said of a case.
     *
     * @param kind what came
     * @param message one line
     * @param text more of it, in lines; may be empty
     */
    public record Entry(Kind kind, String message, List<String> text) {
        public Entry {
            text = List.copyOf(text);
        }
    }

    /** What can come of a case that did not pass at once. */
    public enum Kind {
        /** It did not apply. */
        SKIPPED("skipped"),
        /** It could not be run. */
        ERROR("error"),
        /** It was run and failed. */
        FAILURE("failure"),
        /** It failed before it passed. */
        FLAKY("flakyFailure");

        private final String element;

        Kind(String element) {
            this.element = element;
        }
    }

    /** A document that is one suite. */
    public static String of(Suite suite) {
        return document(xml -> new JUnitXml(xml, 0).write(suite));
    }

    /** A document of several suites. */
    public static String of(String name, List<Suite> suites) {
        return document(xml -> {
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", legal(Printable.of(name)));
            for (Suite suite : suites) {
                xml.writeCharacters("\n  ");
                new JUnitXml(xml, 1).write(suite);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
        });
    }

    private interface Content {
        void writeTo(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static String document(Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            content.writeTo(xml);
            xml.flush();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("a text in memory cannot be written", broken);
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n";
    }

    private void write(Suite suite) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", suite.name());
        attribute("tests", Integer.toString(suite.cases().size()));
        attribute("failures", suite.count(Kind.FAILURE));
        attribute("errors", suite.count(Kind.ERROR));
        attribute("skipped", suite.count(Kind.SKIPPED));
        attribute("flakes", suite.count(Kind.FLAKY));
        attribute("time", seconds(suite.cases().stream().mapToLong(Case::millis).sum()));
        for (Case each : suite.cases()) {
            newLine(1);
            write(suite, each);
        }
        newLine(0);
        xml.writeEndElement();
    }

    private void write(Suite suite, Case each) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", each.name());
        attribute("classname", suite.name());
        attribute("time", seconds(each.millis()));
        for (Entry entry : each.entries()) {
            newLine(2);
            write(entry);
        }
        if (!each.entries().isEmpty()) {
            newLine(1);
        }
        xml.writeEndElement();
    }

    private void write(Entry entry) throws XMLStreamException {
        if (entry.kind() == Kind.SKIPPED || entry.kind() == Kind.ERROR) {
            xml.writeEmptyElement(entry.kind().element);
            attribute("message", entry.message());
            return;
        }
        xml.writeStartElement(entry.kind().element);
        attribute("message", entry.message());
        attribute("type", "check");
        if (entry.kind() == Kind.FLAKY) {
            xml.writeStartElement("stackTrace");
            text(entry);
            xml.writeEndElement();
        } else {
            text(entry);
        }
        xml.writeEndElement();
    }

    private void text(Entry entry) throws XMLStreamException {
        if (!entry.text().isEmpty()) {
            xml.writeCharacters(legal(String.join("\n", entry.text())) + "\n");
        }
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(Printable.of(value)));
    }

    private void newLine(int below) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth + below));
    }

    // Two characters are visible to Java and forbidden in XML.
    private static String legal(String text) {
        return text.replace('\ufffe', '\ufffd').replace('\uffff', '\ufffd');
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1e3);
    }
}
