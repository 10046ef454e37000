package sound;

import app.Part;

public final class Sound implements Part {
    @Override
    public String name() {
        return "sound";
    }
}
