package io.whittle.assembler.goal;

import io.whittle.graph.analysis.CatalogAnalysis;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.IllegalPlatformException;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;
import io.whittle.graph.resolve.EffectiveProfile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The platforms that are asked for.
 *
 * @param named those that are named themselves, in this order
 * @param all whether those are asked for that each profile names
 */
record AskedPlatforms(Set<Platform> named, boolean all) {
    /** The word for those that a profile names. */
    static final String ALL = "all";

    /** What the texts name; what is none is a fault. */
    static AskedPlatforms of(List<String> texts, List<String> faults) {
        Set<Platform> named = new LinkedHashSet<>();
        boolean all = false;
        for (String text : texts) {
            if (text.equals(ALL)) {
                all = true;
                continue;
            }
            try {
                named.add(Platform.parse(text));
            } catch (IllegalPlatformException wrong) {
                faults.add("whittle.platform is '" + text + "': " + wrong.getMessage() + ".");
            }
        }
        return new AskedPlatforms(named, all);
    }

    /** Those for a profile that exists; where all of its own are asked for, one that names none is a fault. */
    Set<Platform> of(FeatureCatalog catalog, String profile, List<String> faults) {
        Set<Platform> platforms = new LinkedHashSet<>(named);
        if (all) {
            Set<Platform> own = own(catalog, profile);
            if (own.isEmpty()) {
                faults.add("Profile " + profile + " names no platforms, so whittle.platform=" + ALL
                        + " asks for none of it.\n  Write them at the profile in "
                        + catalog.source().file() + ", such as:  platforms: [" + Platform.host()
                        + "]; or name them with -Dwhittle.platform=<os/arch>.");
            }
            platforms.addAll(own);
        }
        return platforms;
    }

    /** Those for a catalogue as a whole: for all, those that any profile names. */
    Set<Platform> ofAny(FeatureCatalog catalog, List<String> faults) {
        Set<Platform> platforms = new LinkedHashSet<>(named);
        if (all) {
            List<Platform> any = CatalogAnalysis.namedPlatforms(catalog);
            if (any.isEmpty()) {
                faults.add("No profile of " + catalog.source().file() + " names platforms, so whittle.platform=" + ALL
                        + " asks for none.\n  Name them with -Dwhittle.platform=<os/arch>.");
            }
            platforms.addAll(any);
        }
        return platforms;
    }

    /** Those that a profile names. */
    static Set<Platform> own(FeatureCatalog catalog, String profile) {
        Set<Platform> own = new LinkedHashSet<>();
        EffectiveProfile.of(catalog, profile)
                .platforms()
                .ifPresent(said ->
                        said.value().stream().map(PlatformMention::platform).forEach(own::add));
        return own;
    }
}
