package io.whittle.assembler.init;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives out names, each once. */
final class Names {
    private final Set<String> taken = new HashSet<>();

    Names(Set<String> taken) {
        this.taken.addAll(taken);
    }

    /** As few of the last words of a name as tell it from those before; where all of them do not, a number does. */
    String take(List<String> words, int fewest) {
        for (int count = Math.max(1, fewest); count <= words.size(); count++) {
            String name = Spelling.kebab(String.join(".", words.subList(words.size() - count, words.size())));
            if (taken.add(name)) {
                return name;
            }
        }
        String whole = Spelling.kebab(String.join(".", words));
        int number = 2;
        while (!taken.add(whole + "-" + number)) {
            number++;
        }
        return whole + "-" + number;
    }

    /** The same for one with dots. */
    String take(String dotted, int fewest) {
        return take(List.of(dotted.split("\\.")), fewest);
    }
}
