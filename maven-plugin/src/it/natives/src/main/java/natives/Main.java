package natives;

import com.github.luben.zstd.Zstd;
import com.sun.jna.Function;
import io.netty.channel.epoll.Epoll;
import net.jpountz.lz4.LZ4Factory;
import org.fusesource.jansi.AnsiConsole;
import org.jline.nativ.JLineNativeLoader;
import org.xerial.snappy.Snappy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;

/** Calls a library, and says where its native file was loaded from. */
public final class Main {
    private static final Map<String, String> FILES = Map.of(
            "jna", "jnidispatch",
            "sqlite", "sqlitejdbc",
            "zstd", "zstd-jni",
            "snappy", "snappyjava",
            "lz4", "lz4-java",
            "jansi", "jansi",
            "jline", "jlinenative",
            "epoll", "netty_transport_native_epoll");

    private Main() {}

    /** Takes the name of a library. */
    public static void main(String[] arguments) throws Exception {
        String library = arguments[0];
        if (!works(library)) {
            throw new AssertionError(library + " does not work");
        }
        System.out.println(library + " from " + folder(FILES.get(library)));
    }

    private static boolean works(String library) throws Exception {
        byte[] zeros = new byte[9999];
        return switch (library) {
            case "jna" -> Function.getFunction("c", "getpid").invokeInt(new Object[0])
                    == ProcessHandle.current().pid();
            case "sqlite" -> version().startsWith("3.");
            case "zstd" -> Zstd.compress(zeros).length < 99;
            case "snappy" -> Snappy.uncompress(Snappy.compress(zeros)).length == zeros.length;
            case "lz4" -> LZ4Factory.nativeInstance().fastCompressor().compress(zeros).length < 99;
            case "jansi" -> AnsiConsole.out().getTerminalWidth() >= 0;
            case "jline" -> JLineNativeLoader.initialize();
            case "epoll" -> Epoll.isAvailable();
            default -> false;
        };
    }

    private static String version() throws Exception {
        // Nobody asks for it by name in an image: the driver is found as a service.
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** The folder that a file of this name was loaded from, within the image where it lies there. */
    private static String folder(String file) throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        return Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains(file) && line.contains("/"))
                .map(line -> Path.of(line.substring(line.indexOf('/'))).getParent())
                .map(folder -> (folder.startsWith(home) ? home.relativize(folder) : folder).toString())
                .findFirst()
                .orElse("nowhere");
    }
}
