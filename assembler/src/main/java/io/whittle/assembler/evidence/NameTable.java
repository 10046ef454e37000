package io.whittle.assembler.evidence;

import java.util.Arrays;

/** Numbers by the hashes of names: open addressing over two arrays, for it is asked a hundred times a class. */
final class NameTable {
    private static final int ABSENT = -1;

    private long[] hashes;
    private int[] values;
    private int size;

    NameTable() {
        allocate(64);
    }

    /** The number of a name; -1 where it has none. */
    int get(long hash) {
        return values[place(hash)];
    }

    /** Gives a name its number, at least 0. */
    void put(long hash, int value) {
        int at = place(hash);
        if (values[at] == ABSENT && ++size > hashes.length / 2) {
            grow();
            at = place(hash);
        }
        hashes[at] = hash;
        values[at] = value;
    }

    boolean has(long hash) {
        return get(hash) != ABSENT;
    }

    /** Takes each name that is there, in no order. */
    interface Each {
        void take(long hash, int value);
    }

    void forEach(Each each) {
        for (int i = 0; i < hashes.length; i++) {
            if (values[i] != ABSENT) {
                each.take(hashes[i], values[i]);
            }
        }
    }

    private int place(long hash) {
        int mask = hashes.length - 1;
        int at = (int) (hash ^ hash >>> 32) & mask;
        while (values[at] != ABSENT && hashes[at] != hash) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] before = hashes;
        int[] numbers = values;
        allocate(before.length * 2);
        for (int i = 0; i < before.length; i++) {
            if (numbers[i] != ABSENT) {
                int at = place(before[i]);
                hashes[at] = before[i];
                values[at] = numbers[i];
            }
        }
    }

    private void allocate(int length) {
        hashes = new long[length];
        values = new int[length];
        Arrays.fill(values, ABSENT);
    }
}
