package outpost.core;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the configuration says: a flat list of {@code key = value}. Which keys there are is known to the features that read them,
 * so it is remembered which were read.
 */
public final class Settings {
    private static final int LIMIT = 1 << 20;
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    private final Map<String, String> values;
    private final Set<String> read = new ConcurrentSkipListSet<>();

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    public static Settings of(Map<String, String> values) {
        return new Settings(new TreeMap<>(values));
    }

    /** Reads a file in UTF-8: one {@code key = value} a line; empty lines and lines that begin with {@code #} are passed over. */
    public static Settings read(Path file) throws IOException {
        if (Files.size(file) > LIMIT) {
            throw new IOException(file + " is larger than " + LIMIT + " bytes; a configuration is short");
        }
        Map<String, String> values = new TreeMap<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    put(values, text, file + ", line " + number + ": ");
                }
            }
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8; save it as such", e);
        }
        return new Settings(values);
    }

    /** These settings and one more, which replaces what they said. */
    public Settings with(String key, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(key, value);
        return new Settings(more);
    }

    public Optional<String> text(String key) {
        read.add(key);
        return Optional.ofNullable(values.get(key));
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key, boolean otherwise) throws SettingException {
        String value = text(key).orElse(Boolean.toString(otherwise));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SettingException(key, "expected true or false, found " + value);
        };
    }

    /** A whole number from {@code least} to {@code most}. */
    public int number(String key, int otherwise, int least, int most) throws SettingException {
        String value = text(key).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new SettingException(key, "expected a whole number, found " + value);
        }
        throw new SettingException(key, "expected " + least + " to " + most + ", found " + value);
    }

    /** Words with commas between them, in their order; empty when the key is not set. */
    public List<String> list(String key) {
        return text(key).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Keys that are set and that nobody has asked for, sorted. */
    public Set<String> unread() {
        Set<String> unread = new TreeSet<>(values.keySet());
        unread.removeAll(read);
        return unread;
    }

    private static void put(Map<String, String> values, String text, String place) throws IOException {
        int equals = text.indexOf('=');
        String key = equals < 0 ? "" : text.substring(0, equals).strip();
        if (!KEY.matcher(key).matches()) {
            throw new IOException(place + "expected key = value, with a key such as router.device");
        }
        if (values.put(key, text.substring(equals + 1).strip()) != null) {
            throw new IOException(place + key + " is set a second time; leave one of them");
        }
    }
}
