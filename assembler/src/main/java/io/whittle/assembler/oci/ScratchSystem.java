package io.whittle.assembler.oci;

import io.whittle.assembler.elf.Sysroot;
import io.whittle.assembler.elf.SystemLibraries;
import io.whittle.assembler.pack.TreeEntry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a container has of a system where there is no base: no shell, no package manager, nothing to log in with. */
final class ScratchSystem {
    /** Where programs that do not ask Java look for the certificates of authorities. */
    static final String CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";

    /** Who may write there may delete what is their own. */
    static final int TEMPORARY = 01777;

    static final Set<String> TEMPORARY_FOLDERS = Set.of("/tmp", "/var/tmp");

    private static final int HOME = 0700;

    private ScratchSystem() {}

    /** The certificates that go into it; empty where neither a file is named nor the system has one. */
    static Optional<Path> certificates(OciSettings settings, Sysroot sysroot) throws IOException {
        return settings.certificates().isPresent()
                ? settings.certificates()
                : sysroot.file(CERTIFICATES).map(Sysroot.Found::file);
    }

    static Layer layer(SystemLibraries libraries, Optional<Path> certificates, ContainerUser user) throws IOException {
        LayerTree tree = new LayerTree("");
        add(libraries, tree);
        if (certificates.isPresent()) {
            tree.add(TreeEntry.PlainFile.of(CERTIFICATES.substring(1), certificates.get()));
        }
        SortedMap<Integer, ContainerUser> users = new TreeMap<>();
        for (ContainerUser each : new ContainerUser[] {ContainerUser.ROOT, ContainerUser.NONROOT, user}) {
            users.put(each.user(), each);
        }
        SortedMap<Integer, String> groups = new TreeMap<>();
        StringBuilder passwd = new StringBuilder();
        for (ContainerUser each : users.values()) {
            groups.putIfAbsent(each.group(), each.group() == 0 ? "root" : each.name());
            String numbers = each.user() + ":" + each.group();
            passwd.append(String.join(":", each.name(), "x", numbers, each.name(), each.home(), "/sbin/nologin\n"));
            tree.folder(each.home(), HOME, each.user());
        }
        StringBuilder group = new StringBuilder();
        for (Map.Entry<Integer, String> each : groups.entrySet()) {
            group.append(each.getValue()).append(":x:").append(each.getKey()).append(":\n");
        }
        tree.text("/etc/passwd", passwd.toString());
        tree.text("/etc/group", group.toString());
        tree.text("/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
        tree.folder("/tmp", TEMPORARY, 0);
        return new Layer(LayerContent.SYSTEM, tree.entries());
    }

    /** Libraries where the system has them, with the links that lead there. */
    static void add(SystemLibraries libraries, LayerTree tree) throws IOException {
        for (Map.Entry<String, Path> file : libraries.files().entrySet()) {
            tree.add(TreeEntry.PlainFile.of(file.getKey().substring(1), file.getValue()));
        }
        libraries.links().forEach((path, target) -> tree.add(new TreeEntry.Link(path.substring(1), target)));
    }
}
