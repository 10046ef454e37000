package it.shop;

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Prints what a server answers, by the same class path. */
public final class Ask {
    private Ask() {}

    public static void main(String[] arguments) throws Exception {
        URI where = URI.create("http://127.0.0.1:" + arguments[0] + arguments[1]);
        HttpURLConnection server = (HttpURLConnection) where.toURL().openConnection();
        int status = server.getResponseCode();
        try (InputStream body = status < 400 ? server.getInputStream() : server.getErrorStream()) {
            System.out.println(status + " " + (body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }
}
