/** Uses xerces. */
open module prog.xerces {
    requires java.xml;
    requires org.dom4j;
}
