package prog.groovy;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;

/** Scripts that are compiled while the program runs, and call it by reflection. */
public final class Main {
    private Main() {}

    public String word() {
        return "groovy";
    }

    public static void main(String[] args) {
        Binding binding = new Binding();
        binding.setVariable("main", new Main());
        System.out.println(new GroovyShell(binding)
                .evaluate("\"${main.word()} says ${[3, 1, 2].sort().collect { it * 2 }} ${'a-b'.tokenize('-')}\""));
    }
}
