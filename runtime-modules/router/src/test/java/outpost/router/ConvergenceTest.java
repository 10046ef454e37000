package outpost.router;

import org.junit.jupiter.api.Test;
import outpost.core.command.Command;
import outpost.core.netmap.IpPrefix;
import outpost.router.RouterFact.DeviceUp;
import outpost.router.RouterFact.Route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static outpost.router.Maps.address;
import static outpost.router.Maps.map;
import static outpost.router.Maps.peer;
import static outpost.router.Maps.range;
import static outpost.router.Maps.ranges;

class ConvergenceTest {
    private static final List<String> OWN = List.of("100.64.0.1");

    private final MarkTable system = new MarkTable();
    private final List<Command> commands = new ArrayList<>();
    private final Convergence convergence = new Convergence(system, command -> {
        commands.add(command);
        return system.run(command);
    });

    @Test
    void onlyTheDifferenceIsRun() {
        convergence.converge(
                WantedFacts.of(map(OWN, peer("a", "100.64.0.2")), ranges("10.1.0.0/16"), Optional.empty()));
        commands.clear();

        convergence.converge(
                WantedFacts.of(map(OWN, peer("a", "100.64.0.2")), ranges("10.2.0.0/16"), Optional.empty()));

        assertThat(commands)
                .containsExactly(
                        Command.of("del", route("10.1.0.0/16").toString()),
                        Command.of("add", route("10.2.0.0/16").toString()));
    }

    @Test
    void whatIsWithdrawnGoesInReverse() {
        convergence.converge(WantedFacts.of(map(OWN), List.of(), Optional.empty()));
        List<String> established = words();
        commands.clear();

        convergence.converge(Collections.emptySortedSet());

        Collections.reverse(established);
        assertThat(words()).isEqualTo(established).hasSize(4);
        assertThat(system.held).isEmpty();
    }

    @Test
    void refusedRouteIsReportedAndTriedAgainWhileTheOthersHold() {
        SortedSet<RouterFact> wanted = WantedFacts.of(map(OWN), ranges("10.1.0.0/16", "10.2.0.0/16"), Optional.empty());
        system.refused.add(route("10.1.0.0/16").toString());

        assertThat(convergence.converge(wanted)).singleElement().asString().endsWith("ended with 2: refused");
        assertThat(system.held).contains(route("10.2.0.0/16").toString());

        system.refused.clear();
        commands.clear();
        assertThat(convergence.converge(wanted)).isEmpty();
        assertThat(words()).containsExactly(route("10.1.0.0/16").toString());
    }

    @Test
    void withoutADeviceNothingElseIsTried() {
        system.refused.add(new DeviceUp().toString());

        assertThat(convergence.converge(WantedFacts.of(map(OWN), List.of(), Optional.empty())))
                .hasSize(1);
        assertThat(commands).hasSize(1);
    }

    @Test
    void missingProgramIsReportedOnce() {
        system.missing = true;

        assertThat(convergence.converge(WantedFacts.of(map(OWN), List.of(), Optional.empty())))
                .hasSize(1);
    }

    @Test
    void whatHoldsAlreadyOrIsGoneAlreadyIsNoFailure() {
        SortedSet<RouterFact> wanted = WantedFacts.of(map(OWN), List.of(), Optional.empty());
        system.held.add(route("100.100.100.100/32").toString());
        assertThat(convergence.converge(wanted)).isEmpty();

        system.held.clear();
        assertThat(convergence.converge(Collections.emptySortedSet())).isEmpty();
    }

    @Test
    void whatCannotBeWithdrawnIsReportedOnceAndCountsAsGone() {
        convergence.converge(WantedFacts.of(map(OWN), ranges("10.1.0.0/16"), Optional.empty()));
        system.refused.add(route("10.1.0.0/16").toString());

        assertThat(convergence.converge(WantedFacts.of(map(OWN), List.of(), Optional.empty())))
                .hasSize(1);
        assertThat(convergence.converge(WantedFacts.of(map(OWN), List.of(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void afterAnyHistoryTheSystemHoldsExactlyWhatIsWanted() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int step = 0; step < 400; step++) {
            SortedSet<RouterFact> wanted = random(random);
            // Only establishing is refused here: what cannot be withdrawn is given up by contract.
            wanted.stream()
                    .filter(fact -> !system.held.contains(fact.toString()) && random.nextInt(8) == 0)
                    .forEach(fact -> system.refused.add(fact.toString()));
            convergence.converge(wanted);
            system.refused.clear();
            Set<String> before = Set.copyOf(system.held);
            system.ran = 0;

            assertThat(convergence.converge(wanted)).isEmpty();

            Set<String> target = wanted.stream().map(Object::toString).collect(Collectors.toSet());
            assertThat(system.held).isEqualTo(target);
            Set<String> missing = new HashSet<>(target);
            missing.removeAll(before);
            assertThat(system.ran).isEqualTo(missing.size());
        }
    }

    private static SortedSet<RouterFact> random(Random random) {
        if (random.nextInt(10) == 0) {
            return Collections.emptySortedSet();
        }
        Set<IpPrefix> ranges = new TreeSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            ranges.add(range("10." + random.nextInt(8) + ".0.0/16"));
        }
        List<String> own = random.nextBoolean() ? OWN : List.of("100.64.0.9", "fd7a::9");
        return WantedFacts.of(
                map(own, peer("a", "100.64.1." + random.nextInt(4), "fd7a::1:1")),
                ranges,
                random.nextBoolean() ? Optional.of("svc" + random.nextInt(2)) : Optional.empty());
    }

    private List<String> words() {
        return new ArrayList<>(
                commands.stream().map(command -> command.words().get(1)).toList());
    }

    private static Route route(String to) {
        return new Route(range(to), address("100.64.0.1"));
    }
}
