package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.JdkAsk;

/**
 * Something that the code of a module asks of the JDK by a name that no descriptor shows.
 *
 * @param module the module
 * @param ask what is asked
 * @param place where
 */
public record AskedByModule(String module, JdkAsk ask, CodePlace place) {}
