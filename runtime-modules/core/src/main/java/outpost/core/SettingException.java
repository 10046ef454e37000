package outpost.core;

import java.io.IOException;

/** A setting that cannot be used. */
public final class SettingException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String key;

    public SettingException(String key, String problem) {
        super("setting " + key + ": " + problem);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
