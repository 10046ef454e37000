package prog.rhino;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

/** Scripts that are compiled while the program runs, and call it by reflection. */
public final class Main {
    private Main() {}

    public static String word(String of) {
        return "rhino says " + of;
    }

    public static void main(String[] args) {
        Context context = Context.enter();
        Scriptable scope = context.initStandardObjects();
        System.out.println(Context.toString(context.evaluateString(
                scope, "Packages.prog.rhino.Main.word([3, 1, 2].sort().join())", "script", 1, null)));
    }
}
