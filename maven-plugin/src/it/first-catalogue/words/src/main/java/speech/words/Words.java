package speech.words;

/** What can be said. */
public final class Words {
    private Words() {}

    public static String hello() {
        return "hello";
    }
}
