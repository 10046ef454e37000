package io.whittle.graph.cells;

import io.whittle.graph.catalog.Platform;

/** Is told how far the making of a matrix has come. */
public interface MatrixProgress {
    /** Tells nobody. */
    MatrixProgress SILENT = new MatrixProgress() {
        @Override
        public void pairs(Platform platform, long decided, long all, int rows) {}

        @Override
        public void features(Platform platform, int resolved, int all) {}

        @Override
        public void rows(int read, int all) {}
    };

    /** The search for the rows of pairs of a platform has come so far. */
    void pairs(Platform platform, long decided, long all, int rows);

    /** So many single features of a platform have been resolved. */
    void features(Platform platform, int resolved, int all);

    /** It is known of so many rows what their images hold. */
    void rows(int read, int all);
}
