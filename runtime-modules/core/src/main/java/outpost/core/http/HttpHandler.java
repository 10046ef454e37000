package outpost.core.http;

import java.io.IOException;

/** Answers requests. Called by several threads at once. */
@FunctionalInterface
public interface HttpHandler {
    /**
     * @throws HttpException to answer with an error and its message
     * @throws IOException if it failed for another reason: answered with 500, and logged
     */
    HttpResponse handle(HttpRequest request) throws IOException;
}
