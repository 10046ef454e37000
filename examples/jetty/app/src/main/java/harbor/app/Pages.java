package harbor.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The pages of {@code pages.properties} whose classes are there. */
final class Pages extends Handler.Abstract {
    private final Map<String, Page> pages = new TreeMap<>();

    Pages() {
        Properties named = new Properties();
        try (InputStream in = Pages.class.getResourceAsStream("pages.properties")) {
            named.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        named.forEach((path, name) -> add((String) path, (String) name));
    }

    private void add(String path, String name) {
        try {
            pages.put(path, (Page) Class.forName(name).getConstructor().newInstance());
        } catch (ClassNotFoundException e) {
            // An image without that page.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("page " + path + ": " + name, e);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Page page = pages.get(Request.getPathInContext(request));
        if (page == null) {
            return false;
        }
        Main.answer(response, page.text(request), callback);
        return true;
    }
}
