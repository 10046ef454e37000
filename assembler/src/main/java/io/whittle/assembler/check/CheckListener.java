package io.whittle.assembler.check;

/** Told how a run goes on; never by two threads at a time. */
public interface CheckListener {
    /** A check begins. */
    void begins(String check);

    /** An attempt failed, and another one follows. */
    void triesAgain(String check, int attempt, Fault fault);

    /** A check came to its end. */
    void ended(CheckResult result);

    /** Listens to nothing. */
    static CheckListener silent() {
        return new CheckListener() {
            @Override
            public void begins(String check) {}

            @Override
            public void triesAgain(String check, int attempt, Fault fault) {}

            @Override
            public void ended(CheckResult result) {}
        };
    }
}
