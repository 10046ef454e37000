package io.whittle.assembler.sbom;

import org.cyclonedx.util.LicenseResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Where the list of SPDX says that texts of licences stand. Poms and manifests often give such a URL and no name. */
final class LicenceUrls {
    /** The list that the CycloneDX library carries. */
    private static final String LIST = "/licenses/licenses.json";

    /** What people write one way or the other. */
    private static final Pattern NOISE = Pattern.compile("^https?://(www\\.)?|/+$|\\.(txt|html?|php)$");

    private static final class Once {
        static final Map<String, TreeSet<String>> IDS = read();
    }

    private LicenceUrls() {}

    /** The one licence that stands there; empty where the list knows none, or several. */
    static Optional<String> id(String url) {
        return Optional.ofNullable(Once.IDS.get(key(url)))
                .filter(ids -> ids.size() == 1)
                .map(TreeSet::first);
    }

    private static Map<String, TreeSet<String>> read() {
        Map<String, TreeSet<String>> ids = new TreeMap<>();
        for (JsonNode licence : list().get("licenses")) {
            // The name that took its place has the same URL.
            if (!licence.get("isDeprecatedLicenseId").asBoolean()) {
                String id = licence.get("licenseId").asString();
                add(ids, licence.get("reference").asString(), id);
                licence.get("seeAlso").valueStream().forEach(url -> add(ids, url.asString(), id));
            }
        }
        return ids;
    }

    private static void add(Map<String, TreeSet<String>> ids, String url, String id) {
        ids.computeIfAbsent(key(url), none -> new TreeSet<>()).add(id);
    }

    private static String key(String url) {
        return NOISE.matcher(url.strip().toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static JsonNode list() {
        try (InputStream in = LicenseResolver.class.getResourceAsStream(LIST)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
