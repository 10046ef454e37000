/** Uses rhino. */
open module prog.rhino {
    requires org.mozilla.rhino;
}
