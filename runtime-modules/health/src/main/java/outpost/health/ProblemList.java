package outpost.health;

import outpost.core.service.Health;
import outpost.core.service.Problem;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Problems by key. Who listens is told of changes in the order in which they happen, and of changes only. */
final class ProblemList implements Health {
    private final Clock clock;
    private final Consumer<List<Problem>> changes;
    private final Map<String, Problem> problems = new TreeMap<>();

    ProblemList(Clock clock, Consumer<List<Problem>> changes) {
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public synchronized void report(String key, String text) {
        Problem before = problems.get(key);
        if (before == null || !before.text().equals(text)) {
            var since = before == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : before.since();
            problems.put(key, new Problem(key, text, since));
            changes.accept(problems());
        }
    }

    @Override
    public synchronized void clear(String key) {
        if (problems.remove(key) != null) {
            changes.accept(problems());
        }
    }

    @Override
    public synchronized List<Problem> problems() {
        return problems.values().stream()
                .sorted(Comparator.comparing(Problem::since).thenComparing(Problem::key))
                .toList();
    }
}
