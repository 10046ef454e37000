/** Uses undertow. */
open module prog.undertow {
    requires java.net.http;
    requires undertow.core;
}
