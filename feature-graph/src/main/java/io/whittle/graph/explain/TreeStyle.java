package io.whittle.graph.explain;

/** With what a tree is drawn. */
public enum TreeStyle {
    /** Box-drawing characters. */
    LINES("\u251c\u2500 ", "\u2514\u2500 ", "\u2502  "),
    /** Plain ASCII, for consoles that spell nothing else. */
    ASCII("|- ", "`- ", "|  ");

    private final String branch;
    private final String lastBranch;
    private final String trunk;

    TreeStyle(String branch, String lastBranch, String trunk) {
        this.branch = branch;
        this.lastBranch = lastBranch;
        this.trunk = trunk;
    }

    String branch(boolean last) {
        return last ? lastBranch : branch;
    }

    String below(boolean last) {
        return last ? "   " : trunk;
    }
}
