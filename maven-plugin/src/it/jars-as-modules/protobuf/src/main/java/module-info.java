/** Uses protobuf. */
open module prog.protobuf {
    requires com.google.protobuf;
}
