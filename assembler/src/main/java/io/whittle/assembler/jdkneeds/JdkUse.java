package io.whittle.assembler.jdkneeds;

/**
 * Something asked of the JDK, and where.
 *
 * @param ask what is asked
 * @param line in the source file, from 1; 0 where the class has no lines
 * @param optional whether the code goes on where there is no answer
 */
public record JdkUse(JdkAsk ask, int line, boolean optional) {
    /** One that is needed. */
    public JdkUse(JdkAsk ask, int line) {
        this(ask, line, false);
    }

    /** The same as a need. */
    JdkUse needed() {
        return new JdkUse(ask, line);
    }
}
