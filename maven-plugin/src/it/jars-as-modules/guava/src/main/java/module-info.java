/** Uses guava. */
open module prog.guava {
    requires com.google.common;
}
