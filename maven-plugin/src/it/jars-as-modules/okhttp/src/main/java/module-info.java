/** Uses okhttp. */
open module prog.okhttp {
    requires jdk.httpserver;
    requires gson;
    requires okhttp3;
    requires org.jsoup;
}
