package outpost.core;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A feature that writes down what is asked of it. */
class NamedFeature implements Feature {
    private final String name;
    private final Set<String> after;
    private final List<String> journal;

    NamedFeature(String name, List<String> journal, String... after) {
        this.name = name;
        this.journal = journal;
        this.after = Set.of(after);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> after() {
        return after;
    }

    @Override
    public void publish(Node node) throws IOException {
        journal.add("publish " + name);
    }

    @Override
    public void start(Node node) throws IOException {
        journal.add("start " + name);
    }

    @Override
    public void close() throws IOException {
        journal.add("close " + name);
    }
}
