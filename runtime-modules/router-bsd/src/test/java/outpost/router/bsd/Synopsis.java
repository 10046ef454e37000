package outpost.router.bsd;

import outpost.core.netmap.Addresses;
import outpost.core.netmap.IpPrefix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms of command that one system's manual pages give, and whether a command has one of them. */
final class Synopsis {
    /** One place in a form: choices, whether it may be left out, whether it may come again. */
    private record Place(List<List<String>> choices, boolean optional, boolean repeated) {}

    private final List<List<Place>> forms;

    private Synopsis(List<List<Place>> forms) {
        this.forms = forms;
    }

    static Synopsis of(BsdSystem system) {
        String file = system.name().toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream in = Synopsis.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Synopsis(text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Synopsis::form)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean accepts(String command) {
        return accepts(List.of(command.split(" ")));
    }

    boolean accepts(List<String> words) {
        return forms.stream().anyMatch(form -> matches(form, words));
    }

    private static List<Place> form(String line) {
        List<Place> places = new ArrayList<>();
        Iterator<String> words = List.of(line.split(" ")).iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (!word.startsWith("[")) {
                places.add(new Place(List.of(choices(word)), false, false));
                continue;
            }
            var group = new StringBuilder(word);
            while (group.indexOf("]") < 0) {
                group.append(' ').append(words.next());
            }
            boolean repeated = group.toString().endsWith("*");
            String inside = group.substring(1, group.indexOf("]"));
            places.add(new Place(
                    Stream.of(inside.split(" ")).map(Synopsis::choices).toList(), true, repeated));
        }
        return List.copyOf(places);
    }

    private static List<String> choices(String word) {
        return List.of(word.split("\\|"));
    }

    private static boolean matches(List<Place> form, List<String> words) {
        if (form.isEmpty()) {
            return words.isEmpty();
        }
        Place first = form.get(0);
        List<Place> rest = form.subList(1, form.size());
        if (first.optional() && matches(rest, words)) {
            return true;
        }
        int length = first.choices().size();
        if (words.size() < length || !fits(first, words.subList(0, length))) {
            return false;
        }
        List<String> after = words.subList(length, words.size());
        return matches(first.repeated() ? form : rest, after);
    }

    private static boolean fits(Place place, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (place.choices().get(i).stream().noneMatch(choice -> fits(choice, word))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String choice, String word) {
        return switch (choice) {
            case "<name>" -> word.matches("[a-z]+[0-9]+");
            case "<a4>" -> isAddress(word, true);
            case "<a6>" -> isAddress(word, false);
            case "<p4>" -> isWithLength(word, true);
            case "<p6>" -> isWithLength(word, false);
            case "<n4>" -> IpPrefix.parse(word).filter(IpPrefix::isV4).isPresent();
            case "<n6>" -> IpPrefix.parse(word).filter(prefix -> !prefix.isV4()).isPresent();
            default -> choice.equals(word);
        };
    }

    private static boolean isAddress(String word, boolean v4) {
        Optional<InetAddress> address = Addresses.parse(word);
        return address.filter(found -> found instanceof Inet4Address == v4).isPresent();
    }

    private static boolean isWithLength(String word, boolean v4) {
        String[] parts = word.split("/", -1);
        return parts.length == 2
                && isAddress(parts[0], v4)
                && parts[1].matches("[0-9]{1,3}")
                && Integer.parseInt(parts[1]) <= (v4 ? 32 : 128);
    }
}
