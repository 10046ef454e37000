package io.whittle.graph.catalog;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Reading a file, and what parts of it take: events of the YAML engine and trees of them, each with and without places. Here,
 * and not with the others, because trees are no business of other packages.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadingBenchmark {
    private static final Path NAME = Path.of("generated.yaml");

    /** In millions of bytes. */
    @Param({"1", "10"})
    public int megabytes;

    private byte[] bytes;
    private String text;

    @Setup
    public void generate() {
        text = file(megabytes * 1_000_000);
        bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    /** In the shape of hand-written files: a summary, a module, two requirements, one of them with a condition. */
    private static String file(int length) {
        Random random = new Random(20261124);
        StringBuilder yaml = new StringBuilder("schema: 1\nname: generated\n\nfeatures:\n");
        for (int feature = 0; yaml.length() < length; feature++) {
            yaml.append("  feature-f" + feature + ":\n")
                    .append("    summary: The feature of number " + feature + ", which says in a line what it is for\n")
                    .append("    modules: [com.example.f" + feature + "]\n");
            if (feature > 1) {
                int one = random.nextInt(feature);
                int other = (one + 1 + random.nextInt(feature - 1)) % feature;
                yaml.append("    requires:\n")
                        .append("      - feature-f" + one + "  # found by the audit\n")
                        .append("      - {feature: feature-f" + other + ", when: linux | macos}\n");
            }
        }
        return yaml.toString();
    }

    /** From bytes to a catalogue whose every word has its place. */
    @Benchmark
    public CatalogReading catalog() throws CatalogException {
        return CatalogReader.read(NAME, bytes);
    }

    /** The tree that the catalogue is made of. */
    @Benchmark
    public Node tree() {
        CatalogSource source = CatalogSource.of(NAME, text);
        return YamlNodes.read(text, source, new FaultLog()).orElseThrow();
    }

    /** The same tree, in which nothing knows where it stands. */
    @Benchmark
    public Node treeWithoutPlaces() {
        return new Placeless(events(false)).document();
    }

    /** What the engine finds in the text, each with its place. */
    @Benchmark
    public int events() {
        return count(events(true));
    }

    /** The same, without. */
    @Benchmark
    public int eventsWithoutPlaces() {
        return count(events(false));
    }

    private static int count(Iterator<Event> events) {
        int found = 0;
        for (; events.hasNext(); events.next()) {
            found++;
        }
        return found;
    }

    private Iterator<Event> events(boolean places) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(places)
                .build();
        return new Parse(settings).parseReader(new WholeCharacters(text)).iterator();
    }

    /** Makes trees as the reader does, save for faults and places. */
    private record Placeless(Iterator<Event> events) {
        Node document() {
            Node root = null;
            while (events.hasNext()) {
                Event event = events.next();
                switch (event.getEventId()) {
                    case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                    default -> root = node(event);
                }
            }
            return root;
        }

        private Node node(Event event) {
            if (event instanceof ScalarEvent scalar) {
                return new Node.Text(scalar.getValue(), scalar.isPlain(), 1, 1);
            }
            if (event instanceof SequenceStartEvent) {
                List<Node> items = new ArrayList<>();
                for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
                    items.add(node(next));
                }
                return new Node.Items(List.copyOf(items), 1, 1);
            }
            if (event instanceof MappingStartEvent) {
                List<Node.Entry> entries = new ArrayList<>();
                for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
                    Node.Text key = (Node.Text) node(next);
                    entries.add(new Node.Entry(key, node(events.next())));
                }
                return new Node.Entries(List.copyOf(entries), 1, 1);
            }
            throw new IllegalArgumentException("no such event is generated: " + event);
        }
    }
}
