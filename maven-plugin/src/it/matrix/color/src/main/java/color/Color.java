package color;

import app.Part;

public final class Color implements Part {
    @Override
    public String name() {
        return "color";
    }
}
