package io.whittle.assembler.goal;

import io.whittle.assembler.audit.AskedJdk;
import io.whittle.assembler.audit.Audit;
import io.whittle.assembler.audit.AuditFinding;
import io.whittle.assembler.audit.AuditInput;
import io.whittle.assembler.audit.Auditor;
import io.whittle.assembler.audit.AuditsOfPaths;
import io.whittle.assembler.evidence.AskedByModule;
import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.fresh.CodeHash;
import io.whittle.assembler.modular.ModularPath;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.PathOfImages;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The code that an audit reads: of each image the jars that it is linked from. Where several jars claim one module name, the path is read once
 * for each choice among them; jars that were read before are not read again for that.
 */
final class AuditedCode {
    private final AuditRequest request;
    private final Progress progress;
    private final ModuleIndex found;
    private final TargetJdk jdk;
    private final Map<ModuleIndex, Evidence> evidence = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> code = new TreeMap<>();
    private final SortedSet<String> unread = new TreeSet<>();
    private final SortedSet<String> asking = new TreeSet<>();
    private final SortedSet<String> others = new TreeSet<>();
    private Optional<JdkNeeds> needs = Optional.empty();

    private AuditedCode(AuditRequest request, Progress progress, ModuleIndex found, TargetJdk jdk) {
        this.request = request;
        this.progress = progress;
        this.found = found;
        this.jdk = jdk;
    }

    /** Looks what is on the path, under the names that the catalogue gives. */
    static AuditedCode of(AuditRequest request, FeatureCatalog catalog, Progress progress)
            throws GoalException, IOException, InterruptedException {
        ModuleIndex found = ModularPath.named(ModuleIndex.of(request.path()), catalog);
        AuditedCode code = new AuditedCode(request, progress, found, new Jdks(request.jdks(), progress).forReading());
        code.hashOwn();
        return code;
    }

    private void hashOwn() throws IOException {
        for (List<ApplicationModule> modules : found.modules().values()) {
            for (ApplicationModule module : modules) {
                if (module.entry().own()) {
                    code.computeIfAbsent(module.name(), none -> new TreeSet<>()).add(CodeHash.of(module.path()));
                }
            }
        }
    }

    /** How many modules there are. */
    int modules() {
        return found.modules().size();
    }

    /** Modules of images, and jars of them, that are not read: of all audits that were made. */
    SortedSet<String> unread() {
        return unread;
    }

    /** Whether a JDK has answered all that code asks of one. */
    boolean isAnswered() {
        return needs.isEmpty() || needs.get().answers().isPresent();
    }

    /** Holds it against a catalogue. */
    Audit audit(FeatureCatalog catalog, List<Resolution> images, Set<AuditFinding.Key> accepted)
            throws GoalException, IOException, InterruptedException {
        images.stream()
                .flatMap(image -> image.modules().keySet().stream())
                .filter(module -> found.find(module).isEmpty())
                .filter(module -> !jdk.modules().containsKey(module))
                .forEach(unread::add);
        List<Audit> audits = new ArrayList<>();
        for (PathOfImages path : PathOfImages.of(catalog, found, images)) {
            // Of modules that claim one name an image is never linked; on a class path they lie side by side.
            if (path.images().stream().anyMatch(image -> !image.artifacts().isEmpty())) {
                unread.addAll(path.beside());
            }
            audits.add(Auditor.audit(input(catalog, path), accepted));
        }
        return AuditsOfPaths.of(audits).of(code, unread).of(asked(images));
    }

    /** Jars of others that are in no image, whatever is asked for. */
    SortedSet<String> strays(FeatureCatalog catalog, List<Resolution> images)
            throws GoalException, IOException, InterruptedException {
        Optional<SortedSet<String>> strays = Optional.empty();
        for (PathOfImages path : PathOfImages.of(catalog, found, images)) {
            SortedSet<String> some = Auditor.strays(input(catalog, path));
            strays.ifPresent(some::retainAll);
            strays = Optional.of(some);
        }
        return strays.orElseThrow();
    }

    private AuditInput input(FeatureCatalog catalog, PathOfImages path)
            throws GoalException, IOException, InterruptedException {
        Evidence read = evidence.get(path.index());
        if (read == null) {
            read = Code.read(path.index(), jdk, request.kept());
            evidence.put(path.index(), read);
            read.asked().stream()
                    .map(AskedByModule::module)
                    .flatMap(module -> path.index().find(module).stream())
                    .forEach(module -> asking.add(module.entry().label()));
        }
        if (needs.isEmpty() && !read.asked().isEmpty()) {
            needs = Optional.of(JdkNeeds.of(read.asked(), jdk, request.jdks().cache(), progress));
        }
        return new AuditInput(
                catalog,
                path.index(),
                request.edges(),
                jdk,
                read,
                read.asked(),
                needs.flatMap(JdkNeeds::answers),
                path.images());
    }

    /** Of the JDK that was asked. What answers runs on this machine, whatever the platform of an image. */
    private AskedJdk asked(List<Resolution> images) {
        if (needs.isEmpty()) {
            return new AskedJdk(jdk.version(), List.of(), Optional.empty(), List.of());
        }
        SortedSet<String> foreign = new TreeSet<>();
        if (isAnswered()) {
            images.stream()
                    .map(Resolution::platform)
                    .filter(platform -> platform.os() != Platform.host().os())
                    .forEach(platform -> foreign.add(platform.toString()));
        }
        if (!others.containsAll(foreign)) {
            others.addAll(foreign);
            progress.warn(
                    "Needs of the JDK for " + String.join(", ", foreign)
                            + " are judged by a JDK for another operating system, since none for these runs here:\n"
                            + "  a charset or an algorithm may be in another module there. Run the goal on such a machine to know.");
        }
        return new AskedJdk(jdk.version(), asking, needs.get().notAsked(), foreign);
    }
}
