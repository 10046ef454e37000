package echo;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;

/** Says what it is told, serves it, and asks for it. */
public final class Echo {
    private Echo() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "say" -> System.out.println(args[1]);
            case "serve" -> Server.start(Integer.parseInt(args[1]));
            case "ask" -> ask(Integer.parseInt(args[1]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void ask(int port) throws Exception {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        try (InputStream in = new URI("http", null, host, port, "/", null, null).toURL().openStream()) {
            in.transferTo(System.out);
            System.out.println();
        }
    }
}
