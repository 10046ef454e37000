/** Uses groovy. */
open module prog.groovy {
    requires org.apache.groovy;
}
