package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Grade;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.edit.Addition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a finding by hand. */
final class FindingMaker {
    private final AuditCode code;
    private final Optional<String> feature;
    private final String target;
    private Optional<Grade> grade = Optional.empty();
    private List<CodePlace> places = List.of();
    private int more;
    private List<String> chain = List.of();
    private List<Bite> bites = List.of();
    private Place at = new Place(1, 1);
    private String text = "";
    private String mend = "";
    private Optional<Addition> edit = Optional.empty();
    private final List<AuditFinding.Also> also = new ArrayList<>();

    FindingMaker(AuditCode code, Optional<String> feature, String target) {
        this.code = code;
        this.feature = feature;
        this.target = target;
    }

    FindingMaker known(Grade from, CodePlace... proof) {
        grade = Optional.of(from);
        places = List.of(proof);
        return this;
    }

    FindingMaker andMore(int number) {
        more = number;
        return this;
    }

    FindingMaker by(String... steps) {
        chain = List.of(steps);
        return this;
    }

    FindingMaker in(List<Bite> images) {
        bites = images;
        return this;
    }

    FindingMaker at(int line, int column) {
        at = new Place(line, column);
        return this;
    }

    FindingMaker saying(String what, String whatToDo) {
        text = what;
        mend = whatToDo;
        return this;
    }

    /** An edit of the feature, or of base. */
    FindingMaker adding(Addition.Key list, String entry, String because) {
        edit = Optional.of(new Addition(feature, list, entry, Optional.ofNullable(because)));
        return this;
    }

    /** True of another feature, too, which is mended by this one's edit. */
    FindingMaker alsoOf(String other) {
        also.add(new AuditFinding.Also(Optional.of(other), Optional.empty()));
        return this;
    }

    /** True of another feature, too, which needs an edit of its own. */
    FindingMaker alsoOf(String other, Addition.Key list, String entry) {
        Optional<String> name = Optional.of(other);
        also.add(new AuditFinding.Also(name, Optional.of(new Addition(name, list, entry, Optional.empty()))));
        return this;
    }

    AuditFinding make() {
        return new AuditFinding(code, feature, target, grade, places, more, chain, bites, at, text, mend, edit, also);
    }
}
