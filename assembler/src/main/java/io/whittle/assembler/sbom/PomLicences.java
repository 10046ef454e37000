package io.whittle.assembler.sbom;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Licences of a pom. */
final class PomLicences {
    private PomLicences() {}

    /** Those of {@code <licenses>}, in their order; none for a text that is no pom, or that declares entities. */
    static List<Licence> of(byte[] pom) throws IOException {
        List<Licence> licences = new ArrayList<>();
        for (Element block : children(root(pom), "licenses")) {
            for (Element licence : children(Optional.of(block), "license")) {
                Optional<String> url = text(licence, "url");
                text(licence, "name").or(() -> url).ifPresent(name -> licences.add(Licence.named(name, url)));
            }
        }
        return licences;
    }

    private static Optional<Element> root(byte[] pom) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            // A jar is not to be trusted with what a parser reads beside it.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The one it has prints to the console.
            builder.setErrorHandler(new DefaultHandler());
            return Optional.of(builder.parse(new InputSource(new ByteArrayInputStream(pom)))
                    .getDocumentElement());
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every JDK's parser knows this feature", impossible);
        } catch (SAXException none) {
            return Optional.empty();
        }
    }

    private static List<Element> children(Optional<Element> parent, String name) {
        List<Element> children = new ArrayList<>();
        parent.ifPresent(element -> {
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element child && child.getTagName().equals(name)) {
                    children.add(child);
                }
            }
        });
        return children;
    }

    private static Optional<String> text(Element parent, String name) {
        return children(Optional.of(parent), name).stream()
                .map(child -> child.getTextContent().strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
