package io.whittle.assembler.goal;

import io.whittle.assembler.docs.MarkedFile;
import io.whittle.assembler.docs.Section;
import io.whittle.assembler.docs.SectionTemplate;
import io.whittle.assembler.docs.Staleness;
import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.IllegalPlatformException;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.export.TemplateFaultException;
import io.whittle.graph.resolve.EffectiveProfile;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnknownProfileException;
import io.whittle.graph.resolve.UnresolvableException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Fills in the sections of files, each with what its profile comes to on its platform. */
final class SectionFiller {
    private final FeatureCatalog catalog;
    private final DocsRequest request;
    private final List<String> faults;
    private final Map<Request, Resolution> resolutions = new HashMap<>();
    private final Measurements measurements;
    private final Set<String> notes = new LinkedHashSet<>();

    SectionFiller(FeatureCatalog catalog, DocsRequest request, List<String> faults) {
        this.catalog = catalog;
        this.request = request;
        this.faults = faults;
        this.measurements = new Measurements(request.outputs());
    }

    /** What was not filled in, and why. */
    Set<String> notes() {
        return notes;
    }

    FilledSections fill(MarkedFile file) throws IOException {
        List<String> contents = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        int kept = 0;
        for (Section section : file.sections()) {
            String stands = file.content(section);
            Optional<String> body = body(file.source(), section);
            kept += body.isEmpty() ? 1 : 0;
            String would = body.map(text -> MarkedFile.content(section, text)).orElse(stands);
            if (Staleness.isUpToDate(section.kind(), stands, would)) {
                contents.add(stands);
            } else {
                contents.add(would);
                stale.add(file.source().at(section.place()) + ": this section is stale (- stands there, + would):\n    "
                        + String.join("\n    ", Staleness.lines(stands, would)));
            }
        }
        return new FilledSections(file.with(contents), stale, file.sections().size(), kept);
    }

    /** What a section would hold; empty where that is not known, or a fault. */
    private Optional<String> body(CatalogSource source, Section section) throws IOException {
        Optional<SectionTemplate> template = template(source, section);
        Optional<Resolution> resolution = request(source, section).flatMap(asked -> resolution(source, section, asked));
        if (template.isEmpty() || resolution.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonNode> cost =
                section.kind().isMeasured() ? cost(source, section, resolution.get()) : Optional.empty();
        if (section.kind().isMeasured() && cost.isEmpty()) {
            return Optional.empty();
        }
        try {
            String body = template.get().fill(section.kind(), catalog, resolution.get(), cost);
            if (MarkedFile.hasMark(body)) {
                return fault(
                        source,
                        section.place(),
                        "what its template makes of this section has a mark of Whittle in it\ntake it"
                                + " out of the template: a section has none inside");
            }
            return Optional.of(body);
        } catch (TemplateFaultException broken) {
            faults.add(broken.getMessage());
            return Optional.empty();
        }
    }

    private Optional<SectionTemplate> template(CatalogSource source, Section section) throws IOException {
        if (section.template().isEmpty()) {
            return Optional.of(SectionTemplate.of(section.kind()));
        }
        Mention named = section.template().get();
        Path file = request.catalog().resolveSibling(named.text());
        try {
            return Optional.of(SectionTemplate.own(file, TextFile.read(file, "template")));
        } catch (TemplateFaultException broken) {
            faults.add(broken.getMessage());
            return Optional.empty();
        } catch (GoalException unreadable) {
            return fault(
                    source,
                    named.place(),
                    unreadable.getMessage().lines().findFirst().orElseThrow()
                            + "\na relative path begins in the folder of "
                            + request.catalog().getFileName());
        }
    }

    private Optional<Request> request(CatalogSource source, Section section) {
        String known = String.join(", ", catalog.profiles().keySet());
        if (section.profile().isEmpty()) {
            return fault(
                    source,
                    section.place(),
                    "this section names no profile\nwrite profile=<name>; "
                            + catalog.source().file() + " has " + (known.isEmpty() ? "none" : known));
        }
        Mention profile = section.profile().get();
        List<Platform> own;
        try {
            EffectiveProfile.of(catalog, profile.text());
            own = List.copyOf(AskedPlatforms.own(catalog, profile.text()));
        } catch (UnknownProfileException unknown) {
            return fault(source, profile.place(), unknown.getMessage());
        }
        if (section.platform().isPresent()) {
            Mention platform = section.platform().get();
            try {
                return Optional.of(new Request(profile.text(), Platform.parse(platform.text())));
            } catch (IllegalPlatformException wrong) {
                return fault(
                        source, platform.place(), "'" + platform.text() + "' is no platform: " + wrong.getMessage());
            }
        }
        // Not the host's: the same file would be stale on another machine.
        return own.isEmpty()
                ? fault(
                        source,
                        section.place(),
                        "this section names no platform, and neither does profile " + profile.text()
                                + "\nwrite one, such as platform=linux/amd64")
                : Optional.of(new Request(profile.text(), own.get(0)));
    }

    private Optional<Resolution> resolution(CatalogSource source, Section section, Request asked) {
        Resolution known = resolutions.get(asked);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Resolution resolution = Resolver.resolve(catalog, asked);
            resolutions.put(asked, resolution);
            return Optional.of(resolution);
        } catch (UnresolvableException cannot) {
            return fault(
                    source,
                    section.place(),
                    "profile " + asked.profile() + " cannot be had on " + asked.platform() + "\n"
                            + cannot.getMessage());
        }
    }

    private Optional<JsonNode> cost(CatalogSource source, Section section, Resolution resolution) throws IOException {
        String profile = resolution.profile().name();
        OptionalLong wanted = jdk(source, section);
        try {
            Optional<Measurements.Measured> measured = measurements.cost(profile, resolution.platform());
            if (measured.isPresent()
                    && wanted.isPresent()
                    && !measured.get().jdk().equals(wanted)) {
                notes.add(source.at(section.place()) + ": stays as it is, since its figures are of a JDK "
                        + wanted.getAsLong() + ", and the image of " + profile + " for " + resolution.platform()
                        + " was linked from "
                        + (measured.get().jdk().isPresent()
                                ? "a JDK " + measured.get().jdk().getAsLong()
                                : "one that its plan does not tell"));
                return Optional.empty();
            }
            Optional<JsonNode> cost = measured.map(Measurements.Measured::cost);
            if (cost.isEmpty()) {
                notes.add(source.at(section.place()) + ": stays as it is, since nobody has measured what features of "
                        + profile
                        + " cost on " + resolution.platform() + "; mvn package whittle:cost -Dwhittle.profile="
                        + profile
                        + " -Dwhittle.platform=" + resolution.platform() + " does");
            }
            return cost;
        } catch (GoalException broken) {
            faults.addAll(broken.faults());
            return Optional.empty();
        }
    }

    private OptionalLong jdk(CatalogSource source, Section section) {
        if (section.jdk().isEmpty()) {
            return OptionalLong.empty();
        }
        Mention version = section.jdk().get();
        if (!version.text().matches("[1-9]\\d{0,3}")) {
            fault(source, version.place(), "'" + version.text() + "' is no feature version of a JDK\nwrite jdk=17");
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(version.text()));
    }

    private <T> Optional<T> fault(CatalogSource source, Place place, String text) {
        faults.add(new Notice(place, text).render(source, "error"));
        return Optional.empty();
    }
}
