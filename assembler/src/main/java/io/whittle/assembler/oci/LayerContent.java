package io.whittle.assembler.oci;

/** What a layer holds. What changes most comes last, so that what is before it stays shared. */
public enum LayerContent {
    BASE("base", "the base"),
    SYSTEM("system", "libraries that java.base needs, certificates, users"),
    JDK("jdk", "files of java.base"),
    LIBRARIES("libraries", "libraries that other modules need"),
    CLASS_PATH("class-path", "jars of the class path"),
    APPLICATION("application", "modules, launchers, all else");

    private final String word;
    private final String prose;

    LayerContent(String word, String prose) {
        this.word = word;
        this.prose = prose;
    }

    /** In documents. */
    String word() {
        return word;
    }

    /** For people. */
    String prose() {
        return prose;
    }
}
