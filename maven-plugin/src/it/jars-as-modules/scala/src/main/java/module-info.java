/** Uses scala. */
open module prog.scala {
    requires scala.library;
}
