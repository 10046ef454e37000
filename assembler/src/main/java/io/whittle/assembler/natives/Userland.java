package io.whittle.assembler.natives;

import io.whittle.graph.catalog.Libc;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Platform;

import java.util.Optional;

/** What an ELF file says of the system it was built for: all of them share the format and the numbers of processors. */
public enum Userland {
    GLIBC,
    MUSL,
    /** Linux, with whichever C library. */
    LINUX,
    FREEBSD,
    OPENBSD,
    NETBSD,
    /** One for which there are no platforms, such as Android or Solaris. */
    OTHER;

    boolean serves(Platform platform) {
        return switch (this) {
            case GLIBC -> platform.libc().equals(Optional.of(Libc.GLIBC));
            case MUSL -> platform.libc().equals(Optional.of(Libc.MUSL));
            case LINUX -> platform.os() == Os.LINUX;
            case FREEBSD -> platform.os() == Os.FREEBSD;
            case OPENBSD -> platform.os() == Os.OPENBSD;
            case NETBSD -> platform.os() == Os.NETBSD;
            case OTHER -> false;
        };
    }

    /** Whose dynamic loader this is. On Linux its name decides and not its folder, which is another on NixOS and Guix. */
    static Userland ofLoader(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.startsWith("ld-musl-")) {
            return MUSL;
        }
        // The latter two are those of ppc64le and s390x.
        if (name.startsWith("ld-linux") || name.equals("ld64.so.2") || name.equals("ld64.so.1")) {
            return GLIBC;
        }
        return switch (path) {
            case "/libexec/ld-elf.so.1" -> FREEBSD;
            case "/usr/libexec/ld.so" -> OPENBSD;
            case "/usr/libexec/ld.elf_so", "/libexec/ld.elf_so" -> NETBSD;
            default -> OTHER;
        };
    }

    /** Of the name by which a file asks for its C library, which systems spell each in their own way; empty for other libraries. */
    static Optional<Userland> ofNeeded(String library) {
        if (library.startsWith("libc.musl-")) {
            return Optional.of(MUSL);
        }
        if (library.matches("libc\\.so\\.[0-9]+\\.[0-9]+")) {
            return Optional.of(OPENBSD);
        }
        return switch (library) {
            case "libc.so.6" -> Optional.of(GLIBC);
            case "libc.so.7" -> Optional.of(FREEBSD);
            case "libc.so.12" -> Optional.of(NETBSD);
            // Of Solaris and of DragonFly.
            case "libc.so.1", "libc.so.8" -> Optional.of(OTHER);
            // Plain libc.so is Android's, and what musl is called where it is not the system's own.
            default -> Optional.empty();
        };
    }

    /** Of the EI_OSABI byte; empty for those that several systems use. */
    static Optional<Userland> ofOsAbi(int number) {
        return switch (number) {
            case 2 -> Optional.of(NETBSD);
            case 6 -> Optional.of(OTHER);
            case 9 -> Optional.of(FREEBSD);
            case 12 -> Optional.of(OPENBSD);
            default -> Optional.empty();
        };
    }

    /** Of a note of type 1, by its owner; empty when it tells something else. */
    static Optional<Userland> ofNote(String owner, int firstWord) {
        return switch (owner) {
            case "GNU" -> firstWord == 0 ? Optional.of(LINUX) : Optional.of(OTHER);
            case "FreeBSD" -> Optional.of(FREEBSD);
            case "OpenBSD" -> Optional.of(OPENBSD);
            case "NetBSD" -> Optional.of(NETBSD);
            case "Android" -> Optional.of(OTHER);
            default -> Optional.empty();
        };
    }
}
