package prog.xerces;

import org.dom4j.Document;
import org.dom4j.io.SAXReader;

import javax.xml.parsers.SAXParserFactory;

import java.io.StringReader;

/** A parser found as a service by the JDK, under a model of documents. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        System.out.println(SAXParserFactory.newInstance().getClass().getName());
        Document read = new SAXReader().read(new StringReader("<a><b c='d'>text</b></a>"));
        System.out.println("dom4j says " + read.getRootElement().element("b").attributeValue("c"));
    }
}
