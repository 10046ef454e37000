import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What benchmarks/figures measured, as JSON and as the table of a page. Arguments: the measurements, the JSON, the page. */
final class Figures {
    private static final String BEGIN = "<!-- figures: written by benchmarks/figures -->";
    private static final String END = "<!-- end of figures -->";
    private static final List<String> TOOLS = List.of("whittle", "maven-jlink-plugin", "jlink");
    private static final double MOST = 1.05;

    /** By what was measured, such as {@code bytes/whittle/minimal/linux/amd64/disk}; as many values as there were rounds. */
    private final Map<String, List<Long>> measured = new LinkedHashMap<>();
    private final Map<String, String> said = new LinkedHashMap<>();
    private final Set<String> images = new LinkedHashSet<>();

    public static void main(String[] arguments) throws IOException {
        Figures figures = new Figures(Files.readAllLines(Path.of(arguments[0])));
        Files.writeString(Path.of(arguments[1]), figures.json());
        Path page = Path.of(arguments[2]);
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for figures: " + BEGIN + " and " + END);
        }
        Files.writeString(page, text.substring(0, begin) + BEGIN + "\n\n" + figures.markdown() + "\n" + text.substring(end));
    }

    private Figures(List<String> lines) {
        for (String line : lines) {
            String[] cells = line.split("\t");
            if (cells[0].equals("time") || cells[0].equals("cpu") || cells[0].equals("bytes")) {
                images.add(cells[2] + "\t" + cells[3]);
                String key = String.join("\t", List.of(cells).subList(0, 5));
                measured.computeIfAbsent(key, none -> new ArrayList<>()).add(Long.parseLong(cells[5]));
            } else if (cells[0].equals("load")) {
                said.merge("load", cells[1], (former, next) -> former + ", " + next);
            } else {
                said.put(String.join(" ", List.of(cells).subList(0, cells.length - 1)), cells[cells.length - 1]);
            }
        }
        measured.values().forEach(values -> values.sort(null));
    }

    private String json() {
        List<String> members = new ArrayList<>();
        members.add("  \"schema\": 1");
        members.add("  \"run\": {\n" + said.entrySet().stream()
                .map(each -> "    " + text(each.getKey()) + ": " + text(each.getValue()))
                .collect(Collectors.joining(",\n")) + "\n  }");
        members.add("  \"measured\": [\n" + measured.entrySet().stream()
                .map(each -> {
                    String[] cells = each.getKey().split("\t");
                    return "    {\"what\": " + text(cells[0]) + ", \"tool\": " + text(cells[1]) + ", \"profile\": " + text(cells[2])
                            + ", \"platform\": " + text(cells[3]) + ", \"of\": " + text(cells[4]) + ", \"values\": "
                            + each.getValue() + "}";
                })
                .collect(Collectors.joining(",\n")) + "\n  ]");
        return "{\n" + String.join(",\n", members) + "\n}\n";
    }

    private static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String markdown() {
        StringBuilder out = new StringBuilder();
        out.append(String.format("%s, %s, commit %s. JDK %s, Maven %s, maven-jlink-plugin %s. Load of the machine at the start of each round: %s.%n%n",
                said.get("date"), said.get("machine"), said.get("commit"), said.get("version JDK"), said.get("version Maven"),
                said.get("version maven-jlink-plugin"), said.get("load")));
        out.append("| image | | on disk | tar.zst | tar.gz | cold, median | fastest | processor | unchanged, median | checks |\n");
        out.append("|---|---|---|---|---|---|---|---|---|---|\n");
        for (String image : images) {
            for (String tool : TOOLS) {
                row(out, image, tool);
            }
        }
        out.append("\nCold, Whittle against maven-jlink-plugin, ratio of the medians (at most 1.05 is the aim; of processor time as well, which other work on the machine moves less):\n\n");
        out.append("| image | time | processor | bytes on disk |\n|---|---|---|---|\n");
        for (String image : images) {
            double bytes = ratio("bytes", image, "disk");
            out.append(String.format(Locale.ROOT, "| %s | %s | %s | %.5f%s |%n", image.replace('\t', ' '),
                    judged(ratio("time", image, "cold")), judged(ratio("cpu", image, "cold")), bytes, bytes <= 1 ? "" : ", larger"));
        }
        return out.toString();
    }

    private static String judged(double ratio) {
        return String.format(Locale.ROOT, "%.2f%s", ratio, ratio <= MOST ? "" : ", missed");
    }

    private void row(StringBuilder out, String image, String tool) {
        String platform = image.split("\t")[1];
        List<Long> check = get("time", tool, image, "check");
        out.append("| ").append(image.replace('\t', ' ')).append(" | ").append(tool);
        for (String of : List.of("disk", "tar.zst", "tar.gz")) {
            out.append(" | ").append(String.format(Locale.ROOT, "%,d", get("bytes", tool, image, of).get(0)));
        }
        List<Long> cold = get("time", tool, image, "cold");
        List<Long> unchanged = get("time", tool, image, "unchanged");
        out.append(" | ").append(seconds(median(cold))).append(" | ").append(seconds(cold.get(0)))
                .append(" | ").append(seconds(median(get("cpu", tool, image, "cold"))))
                .append(" | ").append(unchanged.isEmpty() ? "" : seconds(median(unchanged)))
                .append(" | ").append(check.isEmpty() ? "" : seconds(check.get(0))
                        + (platform.equals("linux/amd64") ? "" : ", emulated"))
                .append(" |\n");
    }

    private List<Long> get(String what, String tool, String image, String of) {
        return measured.getOrDefault(String.join("\t", what, tool, image, of), List.of());
    }

    private double ratio(String what, String image, String of) {
        return (double) median(get(what, "whittle", image, of)) / median(get(what, "maven-jlink-plugin", image, of));
    }

    private static long median(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
    }
}
