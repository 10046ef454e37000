package app;

/** Answers, or starts a program in a session of its own and waits for it. */
public final class App {
    private App() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("hang")) {
            new ProcessBuilder("setsid", "sleep", args[1]).start().waitFor();
        }
        System.out.println(args[0]);
    }
}
