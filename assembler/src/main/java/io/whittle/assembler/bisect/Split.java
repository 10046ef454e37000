package io.whittle.assembler.bisect;

/**
 * Where to cut a sequence so that pass and fail are equally likely. Nobody knows how many culprits there are: each candidate is
 * taken to be one with a chance that is itself unknown, with a prior that expects two in all and learns from each that was found (a
 * beta distribution). The last culprit of a long sequence is then more likely near its end than near its begin, and that none is left
 * is as likely as it should be. This is what halving leaves lying about: it takes nearly {@code log2 C(n,k)} runs instead of {@code k log2 n}.
 */
final class Split {
    private static final double EXPECTED = 2;

    /** How much of the chance is spread evenly, so that no sequence takes much longer than halving would. */
    private static final double EVEN = 0.02;

    private final int length;
    private final int culprits;
    private final double beyond;

    /**
     * @param all how many suspects there were at first
     * @param culprits how many of them were found
     * @param length how many are left
     */
    Split(int all, int culprits, int length) {
        this.length = length;
        this.culprits = culprits;
        this.beyond = all / EXPECTED + all - culprits - length;
    }

    /** Between two lengths, of which the shorter is known to fail (-1 if no length is), and the longer to pass: the one to try. */
    int between(int fails, int passes) {
        double below = chance(fails);
        double middle = below + (chance(passes) - below) / 2;
        int low = fails + 1;
        int high = passes - 1;
        while (low < high) {
            int cut = (low + high) >>> 1;
            if (chance(cut) < middle) {
                low = cut + 1;
            } else {
                high = cut;
            }
        }
        boolean shorterIsNearer = low - 1 > fails && middle - chance(low - 1) < chance(low) - middle;
        return shorterIsNearer ? low - 1 : low;
    }

    /** How likely it is that all that is left to find stands in the first so many, up to a factor. */
    private double chance(int first) {
        if (first < 0) {
            return 0;
        }
        double chance = 1;
        for (int i = 0; i <= culprits; i++) {
            chance *= (beyond + i) / (beyond + length - first + i);
        }
        return (1 - EVEN) * chance + EVEN * (first + 1) / (length + 1);
    }
}
