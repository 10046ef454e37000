package io.whittle.assembler.report;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One image: what is in it, why, what it takes, and what is known of it. Where documents do not say, lists are empty.
 *
 * @param key {@code name/platform}, which no other image of the report has
 * @param id of its cell: a hash of what the image is made of; absent where nothing tells it
 * @param name of its cell, or its profile
 * @param platform for which it is made
 * @param folder of its documents, from the folder of all results, with {@code /}
 * @param standsFor names of all rows that come to it
 * @param verdict red where a line that must be green is not, or there is a fault that names it
 * @param lines of defence
 * @param jdk version of the JDK that it is linked from
 * @param features every feature, by name, in or out, with the reason
 * @param modules of the image, by name
 * @param jars on its class path, in the order of that
 * @param files beside modules, largest first; notices are one
 * @param bytes of all its files on disk
 * @param archives to transfer
 * @param checks of the catalogue, by name
 * @param withoutCheck features that are in and prove nothing by a check
 * @param budgets each that the catalogue sets, as the goals that measure have written it
 * @param cost as cost.json has it; absent where nothing was reckoned
 * @param lock lines that differ from whittle.lock, beginning with {@code -} and {@code +}; empty where all is as accepted, or nothing is
 * @param notes what a user should know
 * @param documents that were read, and what else lies beside them
 */
public record BuiltImage(
        String key,
        Optional<String> id,
        String name,
        String platform,
        String folder,
        List<String> standsFor,
        State verdict,
        Lines lines,
        Optional<String> jdk,
        List<Feature> features,
        List<Module> modules,
        List<Jar> jars,
        List<File> files,
        OptionalLong bytes,
        List<Archive> archives,
        List<ImageCheck> checks,
        List<String> withoutCheck,
        List<JsonNode> budgets,
        Optional<JsonNode> cost,
        List<String> lock,
        List<String> notes,
        List<Document> documents) {
    public BuiltImage {
        standsFor = List.copyOf(standsFor);
        features = List.copyOf(features);
        modules = List.copyOf(modules);
        jars = List.copyOf(jars);
        files = List.copyOf(files);
        archives = List.copyOf(archives);
        checks = List.copyOf(checks);
        withoutCheck = List.copyOf(withoutCheck);
        budgets = List.copyOf(budgets);
        lock = List.copyOf(lock);
        notes = List.copyOf(notes);
        documents = List.copyOf(documents);
    }

    /** The same, as it is told in its own folder. */
    BuiltImage inItsFolder() {
        return new BuiltImage(
                key,
                id,
                name,
                platform,
                folder,
                standsFor,
                verdict,
                lines,
                jdk,
                features,
                modules,
                jars,
                files,
                bytes,
                archives,
                checks,
                withoutCheck,
                budgets,
                cost,
                lock,
                notes,
                documents.stream()
                        .map(document -> new Document(
                                document.name(),
                                document.href().map(href -> href.substring(href.lastIndexOf('/') + 1))))
                        .toList());
    }

    /**
     * A feature, in or out.
     *
     * @param name its name
     * @param in whether it is in
     * @param kind of the reason, as resolution.json spells it
     * @param reason one line for people
     * @param chain names from where the chain begins to the feature; of one that is out, from it to what keeps it out; empty for one step
     */
    public record Feature(String name, boolean in, String kind, String reason, List<String> chain) {
        public Feature {
            chain = List.copyOf(chain);
        }
    }

    /**
     * A module.
     *
     * @param name its name
     * @param from {@code jdk}, or the artifact it comes from
     * @param jdk whether it is one of the JDK
     * @param owner who brings it: {@code base}, {@code feature dns}; absent for one that another module requires
     * @param requiredBy the module or jar that first reaches it
     * @param sha256 of the jar or folder that was found
     * @param classes bytes of its classes in lib/modules, as stored; absent where that is not known
     * @param other bytes of all else of it there
     * @param changes what is other in it than was found, in clauses
     */
    public record Module(
            String name,
            String from,
            boolean jdk,
            Optional<String> owner,
            Optional<String> requiredBy,
            Optional<String> sha256,
            OptionalLong classes,
            OptionalLong other,
            List<String> changes) {
        public Module {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A jar on the class path.
     *
     * @param artifact as the catalogue names it
     * @param from the artifact with its version
     * @param file its path in the image
     * @param owner who brings it; absent for one that another jar brings
     * @param requiredBy the jar that first brings it
     * @param bytes on disk; absent where that is not known
     * @param changes what is other in it than was found, in clauses
     */
    public record Jar(
            String artifact,
            String from,
            String file,
            Optional<String> owner,
            Optional<String> requiredBy,
            OptionalLong bytes,
            List<String> changes) {
        public Jar {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A file of the image that is no module and no jar.
     *
     * @param path in the image; {@code legal} stands for all notices
     * @param kind {@code native} or {@code other}
     * @param bytes on disk
     */
    public record File(String path, String kind, long bytes) {}

    /**
     * An archive, or a container image.
     *
     * @param file its name; of a container image its tag
     * @param format {@code tar.gz}, {@code tar.zst}, {@code zip}, {@code oci}
     * @param bytes to transfer
     */
    public record Archive(String file, String format, long bytes) {}

    /**
     * A file beside the image.
     *
     * @param name such as {@code plan.json}
     * @param href from the report to it; absent where it lies on another machine
     */
    public record Document(String name, Optional<String> href) {}
}
