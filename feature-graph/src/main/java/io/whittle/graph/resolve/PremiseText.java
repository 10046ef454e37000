package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Place;

import java.util.Optional;

/** Statements and premises in words, each with its place. */
record PremiseText(CatalogSource source) {

    String statement(Statement statement) {
        if (statement instanceof Statement.Asks asks) {
            return asks.word().profile() + " asks for " + asks.word().feature() + at(asks.place());
        }
        if (statement instanceof Statement.AsksByAll all) {
            return all.profile() + " asks for all, and so for " + all.feature() + at(all.place());
        }
        if (statement instanceof Statement.Excludes excludes) {
            return excludes.word().profile() + " excludes " + excludes.word().feature()
                    + at(excludes.place(), excludes.word().word().because());
        }
        if (statement instanceof Statement.Chooses choice) {
            return choice.profile() + " chooses " + choice.provider() + " for " + choice.capability()
                    + at(choice.place());
        }
        if (statement instanceof Statement.Supposed supposed) {
            return "with " + supposed.feature() + " in" + at(supposed.place());
        }
        Statement.NotAvailable unavailable = (Statement.NotAvailable) statement;
        return unavailable.feature() + " exists only where " + unavailable.where() + at(unavailable.place());
    }

    /** Any premise but {@link Proof.Premise.Earlier}, whose words are in another sentence. */
    String premise(Proof.Premise premise) {
        if (premise instanceof Proof.Premise.Said said) {
            return statement(said.statement());
        }
        if (premise instanceof Proof.Premise.Requires requires) {
            return requires.feature().orElse("base") + " requires " + requires.required() + at(requires.place());
        }
        if (premise instanceof Proof.Premise.Needs needs) {
            return need(needs.need()) + ", which "
                    + (needs.providers().size() == 1 ? "only " : "")
                    + Words.list(needs.providers(), "or") + " provides";
        }
        if (premise instanceof Proof.Premise.NeedsChosen chosen) {
            return need(chosen.need()) + ", for which " + chosen.choice().profile() + " chooses "
                    + chosen.choice().provider() + at(chosen.choice().place());
        }
        return obstacle(((Proof.Premise.Cannot) premise).obstacle());
    }

    private String need(Need need) {
        return need.feature().orElse("base") + " needs " + need.capability() + at(need.place());
    }

    private String obstacle(Obstacle obstacle) {
        if (obstacle instanceof Obstacle.Conflicting conflict) {
            return conflict.one() + " conflicts with " + conflict.other() + at(conflict.place(), conflict.because());
        }
        Obstacle.BothProvide both = (Obstacle.BothProvide) obstacle;
        return both.one() + " and " + both.other() + " both provide " + both.capability()
                + ", of which one at most may be in" + at(both.place());
    }

    private String at(Place place) {
        return at(place, Optional.empty());
    }

    private String at(Place place, Optional<String> because) {
        return " (" + source.at(place) + because.map(reason -> ": " + reason).orElse("") + ")";
    }
}
