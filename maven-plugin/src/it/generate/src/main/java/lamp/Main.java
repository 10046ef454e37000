package lamp;

import lamp.build.Features;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        Properties told = new Properties();
        try (InputStream in = Main.class.getResourceAsStream("/META-INF/whittle/features.properties")) {
            told.load(in);
        }
        System.out.println(told.getProperty("profile") + " " + told.getProperty("feature.remote-control"));
        System.out.print(Files.readString(Path.of(System.getProperty("java.home"), "conf", "features.properties")));
        if (Features.REMOTE_CONTROL) {
            Remote.listen();
        }
    }
}
