package harbor.compress;

import harbor.app.Part;
import harbor.app.Settings;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;

/** Compresses answers with the codecs that Jetty finds as services. */
public final class Compress implements Part {
    @Override
    public String name() {
        return "compress";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Handler around(Handler inner, Server server, Settings settings) {
        return new CompressionHandler(inner);
    }
}
