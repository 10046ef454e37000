/** Uses logback. */
open module prog.logback {
    requires org.slf4j;
}
