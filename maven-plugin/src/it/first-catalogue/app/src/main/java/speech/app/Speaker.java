package speech.app;

import speech.words.Words;

/** Says something. */
public final class Speaker {
    private Speaker() {}

    public static void main(String[] args) {
        System.out.println(Words.hello());
    }
}
