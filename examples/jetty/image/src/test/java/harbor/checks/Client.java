package harbor.checks;

import java.io.FileInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Asks the server that the check has started. */
final class Client {
    private Client() {}

    static URI uri(String scheme, String path) {
        String port = System.getenv(scheme.equals("https") ? "PORT_HTTPS" : "PORT_HTTP");
        return URI.create(scheme + "://localhost:" + port + path);
    }

    static HttpResponse<byte[]> get(HttpClient client, String scheme, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(scheme, path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** A client that trusts the certificate of the check alone. */
    static HttpClient trusting(HttpClient.Version version) throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream("harbor.p12")) {
            own.load(in, "harbor".toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("harbor", own.getCertificate("harbor"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().version(version).sslContext(context).build();
    }
}
