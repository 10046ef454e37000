package io.whittle.assembler.jdks;

import java.io.IOException;

/** A place where JDKs are looked for. */
@FunctionalInterface
interface JdkPlace {
    Look look(JdkWanted wanted) throws IOException, InterruptedException;
}
