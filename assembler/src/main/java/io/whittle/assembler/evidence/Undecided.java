package io.whittle.assembler.evidence;

/**
 * Code of a module loads something whose name is made at run time.
 *
 * @param module the module whose code it is
 * @param what a class or a service
 * @param place where
 */
public record Undecided(String module, What what, CodePlace place) {
    /** What is loaded. */
    public enum What {
        /** A class, by its name. */
        CLASS,
        /** The providers of a service, by its class. */
        SERVICE
    }
}
