package io.whittle.graph.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mends in words, joined by "or". */
final class MendText {
    private MendText() {}

    static List<String> lines(List<Mend> mends) {
        List<String> lines = new ArrayList<>();
        for (String mend : alternatives(mends)) {
            lines.add(lines.isEmpty() ? mend : (mend.startsWith("if ") ? "or, " : "or ") + mend);
        }
        if (lines.isEmpty()) {
            lines.add("mend the catalogue: begin with the edges named here; take one out, or give it a 'when'");
        }
        return lines;
    }

    /** Those that differ only in what stands in the gap of one sentence are told in one. */
    private static Iterable<String> alternatives(List<Mend> mends) {
        Map<String, List<String>> gaps = new LinkedHashMap<>();
        for (Mend mend : mends) {
            if (mend instanceof Mend.InProfiles inProfiles && inProfiles.edits().size() == 1) {
                Edit edit = inProfiles.edits().get(0);
                gaps.computeIfAbsent(EditText.form(edit), none -> new ArrayList<>())
                        .add(EditText.written(edit));
            } else {
                gaps.put(text(mend).replace("%", "%%"), List.of());
            }
        }
        List<String> alternatives = new ArrayList<>();
        gaps.forEach((form, subjects) -> alternatives.add(
                form.formatted(Words.list(subjects.stream().sorted().toList(), "or"))));
        return alternatives;
    }

    private static String text(Mend mend) {
        return mend instanceof Mend.InProfiles inProfiles
                ? Words.list(EditText.lines(inProfiles.edits()), "and")
                : Words.list(
                        ((Mend.InCatalog) mend)
                                .edits().stream().map(MendText::requirement).toList(),
                        "and");
    }

    private static String requirement(Mend.Requirement edit) {
        String required = edit.required();
        String owner = edit.feature().orElse("base");
        if (edit.when().isEmpty()) {
            return "take " + required + " out of 'requires' of " + owner;
        }
        String entry = EditText.entry(required, edit.when().get());
        return edit.feature().isEmpty()
                ? "let base require " + required + " only there: " + entry
                : "if " + owner + " works without " + required + " elsewhere, let it require " + required
                        + " only there: " + entry;
    }
}
