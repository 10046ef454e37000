package io.whittle.assembler.evidence;

import java.util.List;

/**
 * Code of one module uses another module.
 *
 * @param from the module whose code it is
 * @param to the module that is used
 * @param grade from what that is known
 * @param optional whether the code goes on where the other module is not there
 * @param what the class, package or file that is named; {@code requires} and the like for a word of a descriptor
 * @param places the first of them, in their order
 * @param count of all of them
 */
public record Use(
        String from, String to, Grade grade, boolean optional, String what, List<CodePlace> places, int count) {
    public Use {
        places = List.copyOf(places);
    }
}
