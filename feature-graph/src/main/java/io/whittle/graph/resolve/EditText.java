package io.whittle.graph.resolve;

import io.whittle.graph.catalog.PlatformCondition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Edits in words; those of one kind in one profile together. */
public final class EditText {
    private EditText() {}

    /** The feature that an edit is about. */
    public static String subject(Edit edit) {
        if (edit instanceof Edit.LeaveOut leaveOut) {
            return leaveOut.word().feature();
        }
        if (edit instanceof Edit.Admit admit) {
            return admit.word().feature();
        }
        if (edit instanceof Edit.Exclude exclude) {
            return exclude.feature();
        }
        if (edit instanceof Edit.Narrow narrow) {
            return narrow.word().feature();
        }
        if (edit instanceof Edit.Choose choose) {
            return choose.provider();
        }
        return edit instanceof Edit.Ask ask
                ? ask.feature()
                : ((Edit.ChooseOther) edit).choice().provider();
    }

    /** All of them, to be made together; a line each for those of one kind in one profile. Linear. */
    public static List<String> lines(List<Edit> edits) {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        for (Edit edit : edits) {
            subjects.computeIfAbsent(form(edit), none -> new ArrayList<>()).add(written(edit));
        }
        List<String> lines = new ArrayList<>();
        subjects.forEach((form, features) -> lines.add(
                form.formatted(Words.list(features.stream().sorted().distinct().toList(), "and"))));
        return lines;
    }

    /** What was tried in vain. */
    public static List<String> tried(List<Edit> edits) {
        List<String> lines = lines(edits);
        return lines.isEmpty() ? List.of() : List.of("to " + Words.list(lines, "and") + " does not do:");
    }

    /** What stands in the form: the feature, or its entry where that is what is to be written. */
    static String written(Edit edit) {
        return edit instanceof Edit.Narrow narrow ? entry(narrow.word().feature(), narrow.when()) : subject(edit);
    }

    static String entry(String feature, PlatformCondition when) {
        return "{feature: " + feature + ", when: " + when + "}";
    }

    /** A sentence with a gap. */
    static String form(Edit edit) {
        String profile = edit.profile();
        if (edit instanceof Edit.LeaveOut) {
            return "take %s out of 'include' of " + profile;
        }
        if (edit instanceof Edit.Narrow) {
            return "write %s under 'include' of " + profile;
        }
        if (edit instanceof Edit.Choose choose) {
            return "choose %s for " + choose.capability() + " in " + profile;
        }
        if (edit instanceof Edit.Admit) {
            return "take %s out of 'exclude' of " + profile;
        }
        if (edit instanceof Edit.Exclude) {
            return "exclude %s in " + profile;
        }
        return edit instanceof Edit.Ask
                ? "ask for %s under 'include' of " + profile
                : "take %s out of 'choose' of " + profile + " for "
                        + ((Edit.ChooseOther) edit).choice().capability();
    }
}
