/** Calls native code of eight libraries; each is there where its feature is. */
module natives {
    requires static com.github.luben.zstd_jni;
    requires static com.sun.jna;
    requires static io.netty.transport.classes.epoll;
    requires static java.sql;
    requires static org.fusesource.jansi;
    requires static org.jline.nativ;
    requires static org.lz4.java;
    requires static org.xerial.snappy;

    exports natives;
}
