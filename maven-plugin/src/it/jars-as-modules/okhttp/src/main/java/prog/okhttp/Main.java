package prog.okhttp;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jsoup.Jsoup;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A client, a parser of pages, and fields set by reflection. */
public final class Main {
    private Main() {}

    private static final class Said {
        private String word;
    }

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", asked -> {
            byte[] page = "<p>{\"word\": \"hello\"}</p>".getBytes();
            asked.sendResponseHeaders(200, page.length);
            asked.getResponseBody().write(page);
            asked.close();
        });
        server.start();
        OkHttpClient client = new OkHttpClient();
        Request request = new Request.Builder().url("http://127.0.0.1:" + server.getAddress().getPort() + "/").build();
        try (Response answer = client.newCall(request).execute()) {
            String text = Jsoup.parse(answer.body().string()).select("p").text();
            System.out.println("okhttp, jsoup and gson say " + new Gson().fromJson(text, Said.class).word);
        }
        server.stop(0);
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
