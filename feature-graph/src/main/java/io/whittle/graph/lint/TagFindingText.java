package io.whittle.graph.lint;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.TagSpelling;
import io.whittle.graph.export.TagNames;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A finding in words: what is wrong, and what to write. */
final class TagFindingText {
    private final CatalogSource catalog;
    private final TagNames names;

    TagFindingText(CatalogSource catalog, TagNames names) {
        this.catalog = catalog;
        this.names = names;
    }

    Notice of(TagFinding finding) {
        return new Notice(finding.place(), text(finding));
    }

    /** How the list comes to keep a feature. */
    String keep(String feature) {
        return (names.spelling(feature) == TagSpelling.INCLUDED ? "write " : "remove ") + names.tag(feature);
    }

    private String leaveOut(String feature) {
        return (names.spelling(feature) == TagSpelling.INCLUDED ? "remove " : "write ") + names.tag(feature);
    }

    private String leaveOut(Collection<String> features) {
        return features.stream().map(this::leaveOut).collect(Collectors.joining(", or "));
    }

    private String text(TagFinding finding) {
        if (finding instanceof TagFinding.BrokenRequirement broken) {
            return requirement(broken);
        }
        if (finding instanceof TagFinding.BrokenNeed broken) {
            return need(broken);
        }
        if (finding instanceof TagFinding.BothConflict both) {
            return both.one() + " and " + both.other() + " are kept, and they conflict" + because(both.because())
                    + at(both.declared()) + "; " + leaveOut(List.of(both.one(), both.other()));
        }
        if (finding instanceof TagFinding.ManyProvide many) {
            return String.join(" and ", many.providers()) + " are kept, and only one provider of " + many.capability()
                    + " may be in" + at(many.declared()) + "; " + leaveOut(many.providers());
        }
        if (finding instanceof TagFinding.LeftOut out) {
            return out.profile() + " brings " + out.feature() + ", and the list leaves it out; " + keep(out.feature());
        }
        return finding instanceof TagFinding.LeftOn on ? leftOn(on) : ofTag(finding);
    }

    private String requirement(TagFinding.BrokenRequirement broken) {
        String what = broken.feature().orElse("base") + " requires " + broken.required() + at(broken.declared());
        Optional<String> other = broken.feature().map(this::leaveOut);
        return broken.available()
                ? what + ", and the list leaves that out; " + keep(broken.required())
                        + other.map(words -> ", or " + words).orElse("")
                : what + ", which cannot be had on this platform; "
                        + other.orElse("do not build for it, or mend the catalogue");
    }

    private String need(TagFinding.BrokenNeed broken) {
        String what =
                broken.feature().orElse("base") + " needs a provider of " + broken.capability() + at(broken.declared());
        Optional<String> other = broken.feature().map(this::leaveOut);
        return broken.providers().isEmpty()
                ? what + ", and none can be had on this platform; "
                        + other.orElse("do not build for it, or mend the catalogue")
                : what + ", and the list leaves all of them out; "
                        + broken.providers().stream().map(this::keep).collect(Collectors.joining(", or "))
                        + other.map(words -> ", or " + words).orElse("");
    }

    private String ofTag(TagFinding finding) {
        if (finding instanceof TagFinding.StrippedTag stripped) {
            String whole = names.tag(stripped.feature());
            return "no feature knows the tag " + stripped.tag() + ": it is what is left of " + whole + " when '"
                    + stripped.stripped() + "' is taken out as text, to keep " + stripped.kept() + "; so "
                    + stripped.feature()
                    + (names.spelling(stripped.feature()) == TagSpelling.OMITTED ? " is on" : " is out")
                    + "; write " + whole + " here, and take out whole tags only";
        }
        if (finding instanceof TagFinding.ContraryTag contrary) {
            boolean omitted = names.spelling(contrary.feature()) == TagSpelling.OMITTED;
            return contrary.tag() + " does nothing: " + contrary.feature()
                    + (omitted ? " is in unless " : " is out unless ") + names.tag(contrary.feature())
                    + " is written; remove it"
                    + (omitted ? "" : ", and where the feature is wanted write " + names.tag(contrary.feature()));
        }
        if (finding instanceof TagFinding.RepeatedTag repeated) {
            return repeated.tag() + " stands already at " + repeated.first() + "; remove one of the two";
        }
        return unknown((TagFinding.UnknownTag) finding);
    }

    private static String unknown(TagFinding.UnknownTag unknown) {
        String what = "no feature knows the tag " + unknown.tag() + ", and a build passes such tags by in silence; ";
        if (unknown.nearest().isPresent()) {
            return what + "did you mean " + unknown.nearest().get() + "?";
        }
        return what
                + (unknown.spelledLikeOne()
                        ? "remove it, or add the feature to the catalogue"
                        : "if it is for something else than a feature, leave it");
    }

    private String leftOn(TagFinding.LeftOn on) {
        String features = String.join(", ", on.features());
        return on.profile()
                .map(profile -> "left on, and " + profile + " does not bring: " + features + "; "
                        + on.features().stream().map(this::leaveOut).collect(Collectors.joining(", ")))
                .orElse("left on without a word, since no tag leaves them out: " + features);
    }

    private static String because(Optional<String> reason) {
        return reason.map(words -> " (" + words + ")").orElse("");
    }

    private String at(Place place) {
        return " (" + catalog.file().getFileName() + ":" + place + ")";
    }
}
