package io.whittle.assembler.check;

import io.whittle.assembler.check.Outcome.Failed;
import io.whittle.assembler.check.Outcome.NotApplicable;
import io.whittle.assembler.check.Outcome.NotRun;
import io.whittle.assembler.check.Outcome.Passed;
import io.whittle.assembler.text.Printable;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import java.io.StringWriter;
import java.util.Locale;

/** A run of checks as the XML that CI servers read of JUnit: a failure, an error where a check was not run, flaky ones as Surefire writes them. */
public final class CheckXml {
    private final CheckResults results;
    private final XMLStreamWriter xml;

    private CheckXml(CheckResults results, XMLStreamWriter xml) {
        this.results = results;
        this.xml = xml;
    }

    /** The document of a run; lines end with {@code \n}. */
    public static String write(CheckResults results) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new CheckXml(results, xml).write();
            xml.flush();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("a text in memory cannot be written", broken);
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n";
    }

    private void write() throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute(
                "name",
                "whittle." + results.profile() + "." + results.platform().folder());
        attribute("tests", Integer.toString(results.checks().size()));
        attribute("failures", Integer.toString(results.count(Failed.class)));
        attribute("errors", Integer.toString(results.count(NotRun.class)));
        attribute("skipped", Integer.toString(results.count(NotApplicable.class)));
        attribute("flakes", Integer.toString(results.flaky()));
        attribute(
                "time",
                seconds(results.checks().stream().mapToLong(CheckResult::millis).sum()));
        for (CheckResult check : results.checks()) {
            newLine(1);
            write(check);
        }
        newLine(0);
        xml.writeEndElement();
    }

    private void write(CheckResult check) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", check.name());
        attribute(
                "classname",
                "whittle." + results.profile() + "." + results.platform().folder());
        attribute("time", seconds(check.millis()));
        Outcome outcome = check.outcome();
        if (outcome instanceof NotApplicable not) {
            element("skipped", CheckWords.reasons(not));
        } else if (outcome instanceof NotRun not) {
            element("error", not.reason());
        } else if (outcome instanceof Failed failed) {
            for (Fault fault : failed.faults()) {
                start("failure", fault);
                text(fault);
                xml.writeEndElement();
            }
        } else if (outcome instanceof Passed passed) {
            for (Fault fault : passed.before()) {
                start("flakyFailure", fault);
                xml.writeStartElement("stackTrace");
                text(fault);
                xml.writeEndElement();
                xml.writeEndElement();
            }
        }
        if (outcome.isFailure()
                || outcome instanceof Passed passed && passed.isFlaky()
                || outcome instanceof NotApplicable) {
            newLine(1);
        }
        xml.writeEndElement();
    }

    private void element(String name, String message) throws XMLStreamException {
        newLine(2);
        xml.writeEmptyElement(name);
        attribute("message", message);
    }

    private void start(String name, Fault fault) throws XMLStreamException {
        newLine(2);
        xml.writeStartElement(name);
        attribute("message", fault.at() + ": expected " + fault.expected() + ", got " + fault.got());
        attribute("type", "check");
    }

    private void text(Fault fault) throws XMLStreamException {
        xml.writeCharacters(legal(String.join("\n", FaultText.lines(fault, results.work()))) + "\n");
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(Printable.of(value)));
    }

    private void newLine(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    // Two characters are visible to Java and forbidden in XML.
    private static String legal(String text) {
        return text.replace('\ufffe', '\ufffd').replace('\uffff', '\ufffd');
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1e3);
    }
}
