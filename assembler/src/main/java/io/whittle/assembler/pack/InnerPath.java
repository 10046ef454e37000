package io.whittle.assembler.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Places within a folder, as archives spell them: with {@code /} between their parts. Told from the text alone; no disk is asked. */
final class InnerPath {
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);

    private InnerPath() {}

    /**
     * The name of an entry without {@code .}, double and closing slashes; empty for the folder itself.
     *
     * @throws ArchiveFault when it is no place within the folder
     */
    static String of(String name) throws ArchiveFault {
        List<String> parts = parts("", name);
        if (parts.contains("..")) {
            throw ArchiveFault.foreign("has '..' in its name");
        }
        return String.join("/", parts);
    }

    /**
     * Accepts a symbolic link that stays within the folder. It may climb at its beginning alone: the folders above a link are
     * folders, and no link is among them, so how far that climbs is certain; further down, other links may turn it anywhere.
     *
     * @param name of the link, as {@link #of} gives it
     * @param target what it holds
     * @throws ArchiveFault when it may leave the folder
     */
    static void holdLink(String name, String target) throws ArchiveFault {
        String link = "links to '" + target + "'";
        List<String> parts = parts(link + ", which ", target);
        int climbs = 0;
        while (climbs < parts.size() && parts.get(climbs).equals("..")) {
            climbs++;
        }
        if (parts.subList(climbs, parts.size()).contains("..")) {
            throw ArchiveFault.foreign(link + ", which goes up again after it went down");
        }
        if (climbs > depth(name)) {
            throw ArchiveFault.foreign(link + ", which is outside of the archive");
        }
    }

    private static List<String> parts(String subject, String path) throws ArchiveFault {
        if (path.isEmpty()) {
            throw ArchiveFault.damaged(subject + "has no name");
        }
        if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
            throw ArchiveFault.foreign(subject + (subject.isEmpty() ? "has an absolute name" : "is absolute"));
        }
        if (path.indexOf('\\') >= 0) {
            throw ArchiveFault.foreign(subject + "has a backslash in its name");
        }
        if (path.codePoints().anyMatch(Character::isISOControl)) {
            throw ArchiveFault.damaged(subject + "has a control character in its name");
        }
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static int depth(String name) {
        return (int) name.chars().filter(each -> each == '/').count();
    }
}
