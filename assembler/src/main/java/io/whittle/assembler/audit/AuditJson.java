package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.edit.Addition;
import io.whittle.graph.interchange.CatalogHash;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;

/**
 * Writes audit.json, whose schema is docs/audit.schema.json. Everything is in a fixed order, lines end with {@code \n}, and the
 * catalogue is named by its file alone: the same audit gives the same bytes everywhere. Linear in what is found.
 */
public final class AuditJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private AuditJson() {}

    /** The document of an audit. */
    public static String write(Audit audit) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        ObjectNode catalog = document.putObject("catalog");
        audit.catalog().name().map(Mention::text).ifPresent(name -> catalog.put("name", name));
        catalog.put("file", String.valueOf(audit.catalog().source().file().getFileName()));
        catalog.put("declarations", CatalogHash.ofDeclarations(audit.catalog()));
        addImages(document.putObject("images"), audit.images());
        ObjectNode counts = document.putObject("counts");
        for (Severity severity : Severity.values()) {
            counts.put(severity.word(), audit.count(severity));
        }
        addFindings(document.putArray("findings"), audit.findings());
        addFindings(document.putArray("accepted"), audit.accepted());
        ArrayNode stale = document.putArray("stale");
        audit.stale()
                .forEach(key -> addKey(stale.addObject().put("code", key.code().word()), key));
        ObjectNode code = document.putObject("code");
        audit.code().forEach((module, hashes) -> {
            if (hashes.size() == 1) {
                code.put(module, hashes.first());
            } else {
                addAll(code.putArray(module), hashes);
            }
        });
        addAll(document.putArray("unread"), audit.unread());
        addAll(document.putArray("skipped"), audit.skipped());
        add(document.putObject("jdk"), audit.jdk());
        ArrayNode blind = document.putArray("blindSpots");
        for (BlindSpot spot : BlindSpot.values()) {
            blind.addObject().put("name", spot.word()).put("text", spot.text());
        }
        return JsonText.of(document);
    }

    /** The entries of all findings as the document has them, each with whether it is {@code accepted}; those that are come last. */
    public static ArrayNode findings(Audit audit) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        audit.findings().forEach(finding -> {
            ObjectNode entry = all.addObject();
            add(entry, finding);
            entry.put("accepted", false);
        });
        audit.accepted().forEach(finding -> {
            ObjectNode entry = all.addObject();
            add(entry, finding);
            entry.put("accepted", true);
        });
        return all;
    }

    private static void addFindings(ArrayNode array, Iterable<AuditFinding> findings) {
        findings.forEach(finding -> add(array.addObject(), finding));
    }

    private static void add(ObjectNode entry, AuditFinding finding) {
        entry.put("code", finding.code().word());
        entry.put("severity", finding.severity().word());
        addKey(entry, finding.key());
        finding.grade().ifPresent(grade -> entry.put("grade", grade.word()));
        ArrayNode places = entry.putArray("places");
        finding.places().forEach(place -> add(places.addObject(), place));
        entry.put("more", finding.more());
        addAll(entry.putArray("chain"), finding.chain());
        addImages(entry.putObject("bites"), finding.bites());
        entry.putObject("at")
                .put("line", finding.at().line())
                .put("column", finding.at().column());
        entry.put("text", finding.text()).put("mend", finding.mend());
        finding.edit().ifPresent(edit -> add(entry.putObject("edit"), edit));
        if (!finding.also().isEmpty()) {
            ArrayNode others = entry.putArray("also");
            finding.also().forEach(other -> {
                ObjectNode also = others.addObject();
                other.feature().ifPresent(feature -> also.put("feature", feature));
                other.edit().ifPresent(edit -> add(also.putObject("edit"), edit));
            });
        }
    }

    private static void addKey(ObjectNode entry, AuditFinding.Key key) {
        key.feature().ifPresent(feature -> entry.put("feature", feature));
        entry.put("target", key.target());
    }

    private static void add(ObjectNode entry, AskedJdk jdk) {
        if (!jdk.version().isEmpty()) {
            entry.put("version", jdk.version());
        }
        addAll(entry.putArray("asking"), jdk.asking());
        jdk.notAsked().ifPresent(why -> entry.put("notAsked", why));
        addAll(entry.putArray("otherPlatforms"), jdk.otherPlatforms());
    }

    static void add(ObjectNode entry, CodePlace place) {
        entry.put("module", place.module()).put("class", place.className());
        if (!place.member().isEmpty()) {
            entry.put("member", place.member());
        }
        place.file().ifPresent(file -> entry.put("file", file));
        if (place.line() > 0) {
            entry.put("line", place.line());
        }
    }

    private static void add(ObjectNode entry, Addition edit) {
        edit.feature().ifPresent(feature -> entry.put("feature", feature));
        entry.put("list", edit.list().word()).put("entry", edit.entry());
        edit.because().ifPresent(because -> entry.put("because", because));
    }

    private static void addImages(ObjectNode entry, Collection<Bite> images) {
        BiteText.byProfile(images).forEach((profile, platforms) -> addAll(entry.putArray(profile), platforms));
    }

    private static void addAll(ArrayNode array, Iterable<String> items) {
        items.forEach(array::add);
    }
}
