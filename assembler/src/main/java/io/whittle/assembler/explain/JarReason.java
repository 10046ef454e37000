package io.whittle.assembler.explain;

/**
 * For whose sake a jar requires a module.
 *
 * @param jar a module, or the artifact of a jar of the class path
 * @param module what it requires
 * @param className the first of its classes, by name, that names a class of that module
 */
public record JarReason(String jar, String module, String className) {
    /** {@code com.ibm.icu requires java.desktop for com.ibm.icu.text.Bidi}. */
    @Override
    public String toString() {
        return jar + " requires " + module + " for " + className;
    }
}
