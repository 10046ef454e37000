package io.whittle.graph.explain;

import io.whittle.graph.resolve.Edit;
import io.whittle.graph.resolve.Words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Edits in words; those of one kind in one profile together. */
final class EditWords {
    private EditWords() {}

    /** The feature that an edit is about. */
    static String subject(Edit edit) {
        if (edit instanceof Edit.LeaveOut leaveOut) {
            return leaveOut.word().feature();
        }
        if (edit instanceof Edit.Admit admit) {
            return admit.word().feature();
        }
        if (edit instanceof Edit.Exclude exclude) {
            return exclude.feature();
        }
        return edit instanceof Edit.Ask ask
                ? ask.feature()
                : ((Edit.ChooseOther) edit).choice().provider();
    }

    static List<String> lines(List<Edit> edits) {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        for (Edit edit : edits) {
            subjects.computeIfAbsent(form(edit), none -> new ArrayList<>()).add(subject(edit));
        }
        List<String> lines = new ArrayList<>();
        subjects.forEach((form, features) -> lines.add(
                form.formatted(Words.list(features.stream().sorted().distinct().toList(), "and"))));
        return lines;
    }

    /** What was tried in vain. */
    static List<String> tried(List<Edit> edits) {
        List<String> lines = lines(edits);
        return lines.isEmpty() ? List.of() : List.of("to " + Words.list(lines, "and") + " does not do:");
    }

    private static String form(Edit edit) {
        String profile = edit.profile();
        if (edit instanceof Edit.LeaveOut) {
            return "take %s out of 'include' of " + profile;
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
