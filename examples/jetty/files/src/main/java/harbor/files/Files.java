package harbor.files;

import harbor.app.Part;
import harbor.app.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Serves the folder that {@code --root} names, or else a page that the module carries. */
public final class Files implements Part {
    @Override
    public String name() {
        return "files";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Handler around(Handler inner, Server server, Settings settings) {
        Optional<String> root = settings.get("root");
        if (root.isEmpty()) {
            return new Handler.Sequence(new OwnPage(), inner);
        }
        ResourceHandler files = new ResourceHandler(inner);
        files.setBaseResource(
                ResourceFactory.of(server).newResource(Path.of(root.get()).toAbsolutePath()));
        files.setDirAllowed(false);
        return files;
    }

    /** Jetty's own handler finds nothing where a module of an image is the folder: it answered 404. */
    private static final class OwnPage extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            if (!Request.getPathInContext(request).equals("/index.html")) {
                return false;
            }
            try (InputStream page = Files.class.getResourceAsStream("site/index.html")) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
                response.write(true, ByteBuffer.wrap(page.readAllBytes()), callback);
            }
            return true;
        }
    }
}
