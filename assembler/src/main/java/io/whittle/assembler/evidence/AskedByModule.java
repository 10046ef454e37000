package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.JdkAsk;

import java.util.List;

/**
 * Something that the code of a module asks of the JDK by a name that no descriptor shows.
 *
 * @param module the module
 * @param ask what is asked
 * @param place where
 * @param optional whether the code goes on where nothing answers
 * @param guards modules and classes for which the method tests: where it tests for who answers, it goes on without
 */
public record AskedByModule(String module, JdkAsk ask, CodePlace place, boolean optional, List<String> guards) {
    public AskedByModule {
        guards = List.copyOf(guards);
    }
}
