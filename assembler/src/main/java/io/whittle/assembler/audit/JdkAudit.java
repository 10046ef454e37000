package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.AskedByModule;
import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Grade;
import io.whittle.assembler.jdkneeds.JdkAnswers;
import io.whittle.graph.edit.Addition;
import io.whittle.graph.resolve.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks for modules of the JDK that answer what code asks, and are not in the images it is in: missing where the code needs an answer, and
 * told where it goes on without.
 */
final class JdkAudit {
    private final AuditInput input;
    private final JdkAnswers answers;
    private final Owners owners;
    private final Declarations declarations;
    private final List<ImageModules> images;

    private record Need(Owner owner, String jdkModule) implements Comparable<Need> {
        @Override
        public int compareTo(Need other) {
            int byOwner = owner.compareTo(other.owner);
            return byOwner == 0 ? jdkModule.compareTo(other.jdkModule) : byOwner;
        }
    }

    JdkAudit(AuditInput input, JdkAnswers answers, Owners owners, List<ImageModules> images) {
        this.input = input;
        this.answers = answers;
        this.owners = owners;
        this.declarations = new Declarations(input.catalog());
        this.images = images;
    }

    List<AuditFinding> find() {
        SortedMap<Need, List<AskedByModule>> needs = new TreeMap<>();
        for (AskedByModule asked : input.asked()) {
            for (String jdkModule : answers.modulesFor(asked.ask())) {
                owners.of(asked.module())
                        .keySet()
                        .forEach(owner -> needs.computeIfAbsent(new Need(owner, jdkModule), none -> new ArrayList<>())
                                .add(asked));
            }
        }
        List<AuditFinding> findings = new ArrayList<>();
        needs.forEach((need, asked) -> {
            List<AskedByModule> needed = asked.stream()
                    .filter(each -> !each.goesOnWithout(need.jdkModule(), input.jdk()))
                    .toList();
            List<AskedByModule> borne = asked.stream()
                    .filter(each -> each.goesOnWithout(need.jdkModule(), input.jdk()))
                    .toList();
            List<Bite> bites = bites(need, needed);
            if (!bites.isEmpty()) {
                findings.add(missing(need, needed, bites));
            }
            List<Bite> others = new ArrayList<>(bites(need, borne));
            others.removeAll(bites);
            if (!others.isEmpty()) {
                findings.add(optional(need, borne, others));
            }
        });
        return findings;
    }

    /** Images that lack the module, and in which somebody asks who can run. */
    private List<Bite> bites(Need need, List<AskedByModule> asked) {
        return images.stream()
                .filter(image -> image.holds(need.owner())
                        && !image.modules().contains(need.jdkModule())
                        && asked.stream()
                                .anyMatch(each -> image.modules().contains(each.module())
                                        && image.modules().contains(each.ask().by())))
                .map(ImageModules::bite)
                .toList();
    }

    private AuditFinding missing(Need need, List<AskedByModule> asked, List<Bite> bites) {
        String owner = need.owner().name();
        return finding(
                AuditCode.MISSING_JDK_MODULE,
                need,
                asked,
                bites,
                "and that module is not in the image",
                "add " + need.jdkModule() + " to 'jdkModules' of " + owner,
                Optional.of(new Addition(
                        need.owner().feature(),
                        Addition.Key.JDK_MODULES,
                        need.jdkModule(),
                        Optional.of("jdk: " + asks(asked).get(0) + " in "
                                + places(asked).get(0)))));
    }

    private AuditFinding optional(Need need, List<AskedByModule> asked, List<Bite> bites) {
        return finding(
                AuditCode.OPTIONAL_JDK_MODULE,
                need,
                asked,
                bites,
                "and goes on without that module, which is not in the image",
                "if images shall have it, add " + need.jdkModule() + " to 'jdkModules' of "
                        + need.owner().name(),
                Optional.empty());
    }

    private AuditFinding finding(
            AuditCode code,
            Need need,
            List<AskedByModule> asked,
            List<Bite> bites,
            String clause,
            String mend,
            Optional<Addition> edit) {
        List<CodePlace> places = places(asked);
        return new AuditFinding(
                code,
                need.owner().feature(),
                need.jdkModule(),
                Optional.of(Grade.JDK),
                places.stream().limit(AuditFinding.MOST_PLACES).toList(),
                Math.max(0, places.size() - AuditFinding.MOST_PLACES),
                List.of(),
                bites,
                declarations.place(need.owner()),
                need.owner().name() + " asks the JDK for " + Words.fewOf(asks(asked), "and") + ", which "
                        + need.jdkModule() + " answers, " + clause,
                mend,
                edit);
    }

    private static List<String> asks(List<AskedByModule> asked) {
        return asked.stream().map(each -> each.ask().text()).distinct().sorted().toList();
    }

    private static List<CodePlace> places(List<AskedByModule> asked) {
        return asked.stream().map(AskedByModule::place).distinct().sorted().toList();
    }
}
