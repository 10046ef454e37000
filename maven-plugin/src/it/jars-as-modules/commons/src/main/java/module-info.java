/** Uses commons. */
open module prog.commons {
    requires org.apache.commons.lang3;
    requires commons.collections;
}
