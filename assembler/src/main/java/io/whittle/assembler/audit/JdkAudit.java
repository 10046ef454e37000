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

/** Looks for modules of the JDK that answer what code asks, and are not in the images it is in. */
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
            List<Bite> bites = images.stream()
                    .filter(image -> image.holds(need.owner())
                            && !image.modules().contains(need.jdkModule())
                            && asked.stream().anyMatch(each -> image.modules().contains(each.module())))
                    .map(ImageModules::bite)
                    .toList();
            if (!bites.isEmpty()) {
                findings.add(finding(need, asked, bites));
            }
        });
        return findings;
    }

    private AuditFinding finding(Need need, List<AskedByModule> asked, List<Bite> bites) {
        List<CodePlace> places =
                asked.stream().map(AskedByModule::place).distinct().sorted().toList();
        List<String> asks = asked.stream()
                .map(each -> each.ask().text())
                .distinct()
                .sorted()
                .toList();
        String owner = need.owner().name();
        return new AuditFinding(
                AuditCode.MISSING_JDK_MODULE,
                need.owner().feature(),
                need.jdkModule(),
                Optional.of(Grade.JDK),
                places.stream().limit(AuditFinding.MOST_PLACES).toList(),
                Math.max(0, places.size() - AuditFinding.MOST_PLACES),
                List.of(),
                bites,
                declarations.place(need.owner()),
                owner + " asks the JDK for " + Words.fewOf(asks, "and") + ", which " + need.jdkModule()
                        + " answers, and that module is not in the image",
                "add " + need.jdkModule() + " to 'jdkModules' of " + owner,
                Optional.of(new Addition(
                        need.owner().feature(),
                        Addition.Key.JDK_MODULES,
                        need.jdkModule(),
                        Optional.of("jdk: " + asks.get(0) + " in " + places.get(0)))));
    }
}
