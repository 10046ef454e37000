package io.whittle.graph.explain;

import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;
import io.whittle.graph.resolve.Fault;
import io.whittle.graph.resolve.Mend;
import io.whittle.graph.resolve.Proof;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Said;
import io.whittle.graph.resolve.Statement;
import io.whittle.graph.resolve.UnresolvableException;
import io.whittle.graph.resolve.Words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why requests cannot be met: faults, each told once, with all requests that have just these in common.
 *
 * @param requests that have these faults, in the order in which they were asked
 * @param faults as the first of the requests has them, in the order of the file
 * @param texts of the faults: what is wrong, how that follows, with its places, and what mends it
 */
public record Refusal(List<Request> requests, List<Fault> faults, List<String> texts) {
    public Refusal {
        requests = List.copyOf(requests);
        faults = List.copyOf(faults);
        texts = List.copyOf(texts);
    }

    private record Told(Fault fault, String text) {}

    /** What makes a fault the same on another platform, or of another profile: the same statements, clashing in the same way. */
    private sealed interface Cause {
        record SameClash(
                List<Statement> statements,
                List<Statement> alike,
                Optional<Proof> proof,
                List<Mend> mends,
                Place inCatalog)
                implements Cause {}

        record SamePlatforms(Said<List<PlatformMention>> madeFor) implements Cause {}
    }

    /** Groups what stands against requests. Linear in the faults. */
    public static List<Refusal> of(List<UnresolvableException> refused) {
        Map<Cause, List<Request>> requests = new LinkedHashMap<>();
        Map<Cause, Told> told = new LinkedHashMap<>();
        for (UnresolvableException one : refused) {
            for (Fault fault : one.faults()) {
                Cause cause = cause(fault);
                requests.computeIfAbsent(cause, none -> new ArrayList<>()).add(one.request());
                told.computeIfAbsent(cause, none -> new Told(fault, one.text(fault)));
            }
        }
        Map<List<Request>, List<Told>> byRequests = new LinkedHashMap<>();
        requests.forEach((cause, same) ->
                byRequests.computeIfAbsent(same, none -> new ArrayList<>()).add(told.get(cause)));
        return byRequests.entrySet().stream()
                .map(entry -> new Refusal(
                        entry.getKey(),
                        entry.getValue().stream().map(Told::fault).toList(),
                        entry.getValue().stream().map(Told::text).toList()))
                .toList();
    }

    /** What two refusals have in common that are the same but for profile and platform. */
    static List<Object> causes(UnresolvableException refused) {
        return refused.faults().stream().<Object>map(Refusal::cause).toList();
    }

    /** {@code minimal on linux/amd64 and linux/arm64; field on linux/amd64}. */
    public String who() {
        return platforms().entrySet().stream()
                .map(entry -> entry.getKey() + " on "
                        + Words.list(
                                entry.getValue().stream()
                                        .map(Platform::toString)
                                        .toList(),
                                "and"))
                .collect(Collectors.joining("; "));
    }

    private Map<String, List<Platform>> platforms() {
        Map<String, List<Platform>> platforms = new LinkedHashMap<>();
        requests.forEach(request -> platforms
                .computeIfAbsent(request.profile(), none -> new ArrayList<>())
                .add(request.platform()));
        return platforms;
    }

    private static Cause cause(Fault fault) {
        return fault instanceof Fault.Clash clash
                ? new Cause.SameClash(
                        clash.statements(), clash.alike(), clash.proof(), clash.mends(), clash.catalogPlace())
                : new Cause.SamePlatforms(((Fault.NotMadeFor) fault).madeFor());
    }
}
