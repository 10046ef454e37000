package outpost.portlist;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who holds a socket on Linux by the links in {@code /proc/<process>/fd}. Processes of other users stay nameless unless
 * this one is root, and a process may end while it is looked at: both are normal and leave a port without an owner.
 * Takes time in proportion to the open files of the whole machine, at most {@value #LINKS_AT_MOST}.
 */
final class SocketOwners {
    private static final int LINKS_AT_MOST = 200_000;
    private static final int NAME_AT_MOST = 64;
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d{1,18})]");

    private final Path proc;
    private int linksLeft = LINKS_AT_MOST;

    SocketOwners(Path proc) {
        this.proc = proc;
    }

    /** Names by socket number, for those of {@code wanted} that could be found. */
    Map<Long, String> find(Set<Long> wanted) {
        Map<Long, String> found = new HashMap<>();
        linksLeft = LINKS_AT_MOST;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (found.size() == wanted.size() || linksLeft <= 0) {
                    break;
                }
                look(process, wanted, found);
            }
        } catch (IOException e) {
            return Map.copyOf(found);
        }
        return Map.copyOf(found);
    }

    private void look(Path process, Set<Long> wanted, Map<Long, String> found) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (linksLeft-- <= 0) {
                    return;
                }
                Optional<Long> inode = inode(file).filter(wanted::contains);
                if (inode.isPresent() && !found.containsKey(inode.get())) {
                    found.put(inode.get(), name(process));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Another user's process, or one that has ended: its sockets keep no name, which is what the caller
            // expects.
            return;
        }
    }

    private static Optional<Long> inode(Path file) {
        try {
            Matcher socket = SOCKET.matcher(Files.readSymbolicLink(file).toString());
            return socket.matches() ? Optional.of(Long.parseLong(socket.group(1))) : Optional.empty();
        } catch (IOException e) {
            // Closed since the folder was listed: one file less, not a process less.
            return Optional.empty();
        }
    }

    private static String name(Path process) throws IOException {
        String name = Files.readString(process.resolve("comm")).strip().replaceAll("\\p{Cntrl}", "?");
        return name.length() > NAME_AT_MOST ? name.substring(0, NAME_AT_MOST) : name;
    }
}
