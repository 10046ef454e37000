package io.whittle.assembler.cost;

import java.util.Optional;

/**
 * What a module, or a jar of the class path, takes in an image.
 *
 * @param module its name, or the artifact of a jar
 * @param weight what it takes
 * @param owner who brought it; empty where others require it
 * @param jdk whether it is the JDK's
 */
record ModuleCost(String module, Weight weight, Optional<String> owner, boolean jdk) {}
