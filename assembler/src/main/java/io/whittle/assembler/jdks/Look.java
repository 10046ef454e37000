package io.whittle.assembler.jdks;

import io.whittle.assembler.modules.TargetJdk;

import java.nio.file.Path;
import java.util.List;

/** What came of looking into one place. */
sealed interface Look {
    /**
     * The JDK that is wanted.
     *
     * @param jdk as it was read
     * @param marks files besides, whose change makes it another
     */
    record Found(TargetJdk jdk, List<Path> marks) implements Look {
        public Found {
            marks = List.copyOf(marks);
        }
    }

    /**
     * Nothing that fits; the next place may have it.
     *
     * @param tried what was there, each with why it does not fit; or that nothing was
     */
    record Passed(List<String> tried) implements Look {
        public Passed {
            tried = List.copyOf(tried);
        }
    }

    /**
     * What a user names for this platform and what cannot be used; no other place is asked.
     *
     * @param fault what is wrong, and what to do
     */
    record Refused(String fault) implements Look {}
}
