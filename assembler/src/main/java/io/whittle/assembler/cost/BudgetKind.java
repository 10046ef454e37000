package io.whittle.assembler.cost;

import io.whittle.graph.catalog.Mention;

import java.util.OptionalLong;

/** What a profile may limit. */
public enum BudgetKind {
    /** Bytes of an image on disk. */
    IMAGE("image", "takes %s on disk", "whittle:link"),
    /** Bytes of its smallest archive. */
    ARCHIVE("archive", "takes %s to transfer", "whittle:pack"),
    /** Bytes that a process of it holds. */
    MEMORY("memory", "takes %s of memory", "whittle:check"),
    /** Milliseconds until a process of it is ready. */
    START("start", "takes %s to start", "whittle:check");

    private final String word;
    private final String takes;
    private final String holder;

    BudgetKind(String word, String takes, String holder) {
        this.word = word;
        this.takes = takes;
        this.holder = holder;
    }

    /** As the catalogue has it. */
    public String word() {
        return word;
    }

    /** The goal that measures it, and holds images against it. */
    public String holder() {
        return holder;
    }

    /** How an image stands with it, such as {@code image 41.2 MiB of 40 MiB}. */
    public String line(OptionalLong measured, Mention limit) {
        return word + " " + (measured.isPresent() ? spell(measured.getAsLong()) : CostWords.NOT_MEASURED) + " of "
                + limit;
    }

    /** {@code B} or {@code ms}. */
    public String unit() {
        return this == START ? "ms" : "B";
    }

    String spell(long amount) {
        return this == START ? amount + " ms" : CostWords.bytes(amount);
    }

    String takes(long amount) {
        return takes.formatted(spell(amount));
    }

    /** What a change gives back of it. */
    OptionalLong of(Change change) {
        return switch (this) {
            case IMAGE -> OptionalLong.of(change.weight().bytes());
            case ARCHIVE -> OptionalLong.of(change.weight().archive());
            case MEMORY -> change.memory();
            case START -> change.start();
        };
    }
}
