package io.whittle.assembler.store;

import java.io.IOException;

/** What is kept is not what was put there. */
final class DamagedEntryException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedEntryException(String message) {
        super(message);
    }
}
