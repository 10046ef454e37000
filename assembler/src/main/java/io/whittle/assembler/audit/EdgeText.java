package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Use;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.PlatformCondition;

import java.util.ArrayList;
import java.util.List;

/** The evidence for one edge, for people. */
public final class EdgeText {
    private EdgeText() {}

    /** What is declared, then each use with its places, then services. */
    public static List<String> lines(EdgeEvidence evidence) {
        String from = evidence.from().orElse("base");
        List<String> lines = new ArrayList<>();
        for (Edge edge : evidence.declared()) {
            lines.add(from + " requires " + evidence.to() + " ("
                    + evidence.catalog().source().at(edge.target().place())
                    + (edge.when().equals(PlatformCondition.ALWAYS) ? "" : ": when " + edge.when()) + ")");
        }
        if (evidence.declared().isEmpty()) {
            lines.add(from + " does not require " + evidence.to()
                    + (evidence.bearsAbsence() ? ", and says that it works without it" : ""));
        }
        for (EdgeEvidence.Way way : evidence.uses()) {
            use(from, way, lines);
        }
        for (EdgeEvidence.Asked asked : evidence.services()) {
            lines.add("  " + (asked.use().optional() ? "service, optional: " : "service: ")
                    + asked.use().service());
            lines.add("    asked for at " + asked.use().place() + " in "
                    + asked.use().module());
            asked.provisions()
                    .forEach(provision ->
                            lines.add("    provided by " + provision.provider() + " in " + provision.module()));
        }
        if (evidence.uses().isEmpty() && evidence.services().isEmpty()) {
            lines.add("  no use of it is seen in the code; what leaves no trace there is not seen");
        }
        return lines;
    }

    private static void use(String from, EdgeEvidence.Way way, List<String> lines) {
        Use use = way.use();
        lines.add(
                "  " + use.grade().word() + (use.optional() ? ", optional: " : ": ") + use.what() + " of " + use.to());
        if (!way.through().equals(use.from())) {
            lines.add(
                    "    through the library " + use.from() + ", which " + way.through() + " of " + from + " reaches");
        }
        for (CodePlace place : use.places()) {
            lines.add("    " + place + " in " + place.module());
        }
        int more = use.count() - use.places().size();
        if (more > 0) {
            lines.add("    and " + more + " more");
        }
    }
}
