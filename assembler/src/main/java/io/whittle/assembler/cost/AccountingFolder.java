package io.whittle.assembler.cost;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.link.ImageLink;
import io.whittle.assembler.link.LinkMeans;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.pack.ArchiveFormat;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.ImageSettings;
import io.whittle.assembler.plan.LinkException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Weights of modules, kept on disk: by platform, JDK, options and format of archives, and in each by the content of what was linked. What has
 * not been weighed is linked in one image, or in few where not all of it goes together.
 */
public final class AccountingFolder {
    /** Below the output folder. */
    public static final String NAME = "accounting";

    private static final byte[] NO_DOCUMENT = "{}\n".getBytes(StandardCharsets.UTF_8);
    private static final Accounting EMPTY = new Accounting(Weight.NONE, new TreeMap<>());

    private final Path folder;
    private final TargetJdk jdk;
    private final boolean ignoreSignatures;
    private final ArchiveFormat format;
    private final Consumer<String> say;
    private final Consumer<String> detail;

    /**
     * The weights of what is linked from a JDK.
     *
     * @param folder need not exist
     * @param format of the archives that are transferred
     * @param say takes what takes time, when it begins
     * @param detail takes each command that is run
     */
    public AccountingFolder(
            Path folder,
            TargetJdk jdk,
            boolean ignoreSignatures,
            ArchiveFormat format,
            Consumer<String> say,
            Consumer<String> detail) {
        this.folder = folder;
        this.jdk = jdk;
        this.ignoreSignatures = ignoreSignatures;
        this.format = format;
        this.say = say;
        this.detail = detail;
    }

    ArchiveFormat format() {
        return format;
    }

    /**
     * The weights of all that is in these images. Costs a file read where they are known, and otherwise a link and the compression of what
     * is new. An image that cannot be linked is not covered then.
     *
     * @param plans of one platform and one profile's options; at least one
     */
    Accounting covering(List<ImagePlan> plans) throws IOException, InterruptedException {
        Path file = folder.resolve(id(plans) + ".json");
        Accounting known = AccountingJson.read(file).orElse(EMPTY);
        List<ImagePlan> open =
                plans.stream().filter(plan -> !known.covers(plan)).toList();
        if (open.isEmpty()) {
            return known;
        }
        Accounting all = weigh(distinct(open), known);
        WholeFile.write(file, AccountingJson.write(current(all, plans)));
        return all;
    }

    private Accounting weigh(List<ImagePlan> plans, Accounting known) throws IOException, InterruptedException {
        Optional<ImagePlan> all = AccountingImage.of(plans);
        if (all.isPresent()) {
            try {
                return link(all.get(), known);
            } catch (LinkException apart) {
                detail.accept("not linked together: " + String.join("\n", apart.faults()));
            }
        }
        if (plans.size() == 1) {
            return known;
        }
        int half = plans.size() / 2;
        return weigh(plans.subList(half, plans.size()), weigh(plans.subList(0, half), known));
    }

    private Accounting link(ImagePlan plan, Accounting known) throws LinkException, IOException, InterruptedException {
        say.accept("weighing " + plan.modules().size() + " modules for " + plan.platform()
                + " once: they are linked together, and packed as " + format.word());
        Path trial = folder.resolve("image");
        try {
            ImageLink link = new ImageLink(trial, LinkMeans.PLAIN);
            link.make(plan, NO_DOCUMENT, jdk, ignoreSignatures, "accounting", image -> true, detail);
            return known.with(new Accountant(link.image(), plan, jdk, format, known).measure());
        } finally {
            FolderTree.delete(trial);
        }
    }

    /** What of the project has another content now is not linked again. */
    private static Accounting current(Accounting all, List<ImagePlan> plans) {
        Set<String> keys = new HashSet<>();
        Set<String> names = new HashSet<>();
        plans.forEach(plan -> keys.addAll(Accounting.keys(plan)));
        keys.forEach(key -> names.add(name(key)));
        TreeMap<String, Weight> parts = new TreeMap<>(all.parts());
        parts.keySet().removeIf(key -> names.contains(name(key)) && !keys.contains(key));
        return new Accounting(all.fixed(), parts);
    }

    private static String name(String key) {
        return key.replaceFirst("@[0-9a-f]+$", "");
    }

    private static List<ImagePlan> distinct(List<ImagePlan> plans) {
        List<ImagePlan> distinct = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        plans.forEach(plan -> {
            if (seen.add(Accounting.keys(plan))) {
                distinct.add(plan);
            }
        });
        return distinct;
    }

    private String id(List<ImagePlan> plans) throws IOException {
        Files.createDirectories(folder);
        ImagePlan first = plans.get(0);
        ImageSettings settings = AccountingImage.settings(plans);
        return first.platform().folder() + "-"
                + ContentHash.of(String.join(
                                "\n",
                                first.jdk().sha256(),
                                first.platform().toString(),
                                settings.compress().toString(),
                                settings.strip().toString(),
                                settings.locales().toString(),
                                format.word()))
                        .substring(0, 16);
    }
}
