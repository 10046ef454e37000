package io.whittle.assembler.oci;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.pack.LayerListing;
import io.whittle.assembler.pack.UnpackBounds;
import io.whittle.assembler.pack.UnpackException;
import io.whittle.assembler.text.Printable;
import io.whittle.graph.catalog.Platform;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A layout of others, which lies below what is made. Nothing in it is believed: names are hashes and hold no path, what they name is
 * read without following links and must have that hash and that size.
 */
public final class BaseLayout {
    private static final Pattern DIGEST = Pattern.compile("sha256:([0-9a-f]{64})");
    private static final int LONGEST_DOCUMENT = 8 << 20;
    private static final int DEEPEST_INDEX = 4;
    private static final int MOST_MANIFESTS = 1000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ANEW =
            "Copy the base anew, such as with: skopeo copy --all docker://<image> oci:<folder>";

    private final Path folder;
    private final Map<String, LayerListing> listed = new LinkedHashMap<>();
    private int manifests;

    /** The layout in a folder. */
    public BaseLayout(Path folder) {
        this.folder = folder;
    }

    /**
     * Its image for a platform. Reads all its layers, each once.
     *
     * @throws OciException where it is no layout, has no image for the platform, or is damaged
     */
    public BaseImage on(Platform platform) throws OciException, IOException {
        if (!Files.isRegularFile(folder.resolve("oci-layout")) || !Files.isRegularFile(folder.resolve("index.json"))) {
            throw new OciException(
                    folder + " is no OCI image layout: such a folder has the files oci-layout and index.json.\n  "
                            + ANEW + ".");
        }
        JsonNode version = document(folder.resolve("oci-layout")).path("imageLayoutVersion");
        if (!version.asString("").startsWith("1.")) {
            throw new OciException(folder + " is a layout of version '" + Printable.of(version.asString(""))
                    + "', and 1.0.0 is known.\n  " + ANEW + ".");
        }
        OciPlatform wanted = OciPlatform.of(platform);
        List<BaseManifest> fitting = new ArrayList<>();
        SortedSet<String> others = new TreeSet<>();
        manifests = 0;
        search(document(folder.resolve("index.json")), wanted, fitting, others, 0);
        if (fitting.isEmpty()) {
            throw new OciException(
                    "The base in " + folder + " has no image for " + platform + ", but "
                            + (others.isEmpty() ? "none at all" : "for " + Printable.of(String.join(", ", others)))
                            + ".\n"
                            + "  Name a base with one, copied with all its platforms: skopeo copy --all docker://<image> oci:<folder>.");
        }
        // The one of the very variant before one that leaves the variant open.
        fitting.sort((one, other) -> Boolean.compare(other.exact(), one.exact()));
        return image(fitting.get(0));
    }

    private record BaseManifest(String sha256, JsonNode manifest, JsonNode config, boolean exact) {}

    private void search(
            JsonNode index, OciPlatform wanted, List<BaseManifest> fitting, SortedSet<String> others, int depth)
            throws OciException, IOException {
        if (depth > DEEPEST_INDEX) {
            throw damaged("has indexes in indexes, more than " + DEEPEST_INDEX + " deep");
        }
        for (JsonNode descriptor : index.path("manifests")) {
            if (++manifests > MOST_MANIFESTS) {
                throw damaged("names more than " + MOST_MANIFESTS + " manifests");
            }
            String type = descriptor.path("mediaType").asString("");
            if (MediaTypes.isIndex(type)) {
                search(document(blob(descriptor)), wanted, fitting, others, depth + 1);
            } else if (MediaTypes.isManifest(type)) {
                Blob blob = blob(descriptor);
                JsonNode manifest = document(blob);
                // What an index says of a platform is a copy of what the configuration says.
                JsonNode config = document(blob(manifest.path("config")));
                OciPlatform there = OciPlatform.read(config);
                if (there.serves(wanted)) {
                    fitting.add(new BaseManifest(blob.sha256(), manifest, config, there.equals(wanted)));
                } else if (!there.architecture().equals("unknown")) {
                    others.add(there.toString());
                }
            }
        }
    }

    private BaseImage image(BaseManifest chosen) throws OciException, IOException {
        List<BaseImage.BaseLayer> layers = new ArrayList<>();
        SortedSet<String> names = new TreeSet<>();
        JsonNode diffIds = chosen.config().path("rootfs").path("diff_ids");
        JsonNode descriptors = chosen.manifest().path("layers");
        if (diffIds.size() != descriptors.size()) {
            throw damaged("has " + descriptors.size() + " layers in its manifest and " + diffIds.size()
                    + " in its configuration");
        }
        for (JsonNode descriptor : descriptors) {
            String type = descriptor.path("mediaType").asString("");
            Optional<String> kept = MediaTypes.layer(type);
            if (kept.isEmpty()) {
                throw new OciException("The base in " + folder + " has a layer of the kind '" + Printable.of(type)
                        + "', which cannot be kept.\n  Take a base whose layers are all in the layout, as plain tars or in gzip or"
                        + " zstd.");
            }
            Blob blob = blob(descriptor);
            LayerListing listing = listing(blob);
            String diffId = diffIds.get(layers.size()).asString("");
            if (!diffId.equals("sha256:" + listing.sha256())) {
                throw damaged("has a layer " + blob.digest() + " whose content is not what its configuration says");
            }
            listing.names().forEach(name -> names.add(name.substring(name.lastIndexOf('/') + 1)));
            layers.add(new BaseImage.BaseLayer(
                    blob, kept.get(), diffId, listing.names().size()));
        }
        List<JsonNode> history = new ArrayList<>();
        chosen.config().path("history").forEach(history::add);
        JsonNode config = chosen.config().path("config");
        return new BaseImage(
                folder,
                "sha256:" + chosen.sha256(),
                layers,
                config instanceof ObjectNode object ? object : JSON.createObjectNode(),
                history,
                names);
    }

    private LayerListing listing(Blob blob) throws OciException, IOException {
        LayerListing known = listed.get(blob.sha256());
        if (known == null) {
            try {
                known = LayerListing.of(blob.file(), UnpackBounds.OF_JDKS);
            } catch (UnpackException damaged) {
                throw new OciException("The base in " + folder + " is not taken: " + damaged.getMessage());
            }
            listed.put(blob.sha256(), known);
        }
        return known;
    }

    private Blob blob(JsonNode descriptor) throws OciException, IOException {
        Matcher digest = DIGEST.matcher(descriptor.path("digest").asString(""));
        if (!digest.matches()) {
            throw damaged("names content by '"
                    + Printable.of(descriptor.path("digest").asString("")) + "', which is no digest of sha256");
        }
        Path file = folder.resolve("blobs").resolve("sha256").resolve(digest.group(1));
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw damaged("has no content " + digest.group() + ", which it names");
        }
        long size = Files.size(file);
        if (descriptor.path("size").asLong(-1) != size || !ContentHash.of(file).equals(digest.group(1))) {
            throw damaged("has other content in " + folder.relativize(file) + " than its name and its size say");
        }
        return new Blob(digest.group(1), size, file);
    }

    private JsonNode document(Blob blob) throws OciException, IOException {
        return document(blob.file());
    }

    private JsonNode document(Path file) throws OciException, IOException {
        if (Files.size(file) > LONGEST_DOCUMENT) {
            throw damaged("has a document of more than 8 MiB, " + folder.relativize(file));
        }
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException none) {
            throw damaged("has a document that is no JSON, " + folder.relativize(file));
        }
    }

    private OciException damaged(String what) {
        return new OciException("The base in " + folder + " " + what + ".\n  " + ANEW + ".");
    }
}
