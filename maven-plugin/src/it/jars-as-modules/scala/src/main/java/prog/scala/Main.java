package prog.scala;

import scala.collection.immutable.List$;
import scala.runtime.AbstractFunction1;
import scala.util.Properties;

/** The library of another language, whose version stands in a file of it. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        scala.collection.immutable.List<String> words =
                List$.MODULE$.<String>empty().$colon$colon("b").$colon$colon("a");
        System.out.println("scala says "
                + words.map(new AbstractFunction1<String, String>() {
                    @Override
                    public String apply(String word) {
                        return word + word;
                    }
                })
                + " " + Properties.versionNumberString());
    }
}
