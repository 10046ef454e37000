package io.whittle.assembler.heal;

import io.whittle.graph.catalog.Ask;
import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Start;
import io.whittle.graph.catalog.Template;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** Whether each JVM that a check starts can be told how much of its image it may see. */
final class Limitable {
    private Limitable() {}

    /** Whether the check starts nothing but programs of the image, and tells none of them where the image is. */
    static boolean is(HealRequest request) {
        Check check = request.check().catalog().checks().get(request.check().check());
        if (!(check.ask() instanceof Ask.Steps steps)) {
            return false;
        }
        List<List<Template>> commands = Stream.concat(
                        check.start().map(Start::words).stream(),
                        steps.steps().stream().map(Ask.Step::words))
                .toList();
        return commands.stream().allMatch(words -> isOfImage(words.get(0).toString(), request))
                && commands.stream().flatMap(List::stream).noneMatch(Limitable::namesImage);
    }

    private static boolean isOfImage(String program, HealRequest request) {
        boolean launched = request.image().plan().launchers().stream()
                .map(Launcher::name)
                .anyMatch(name -> name.text().equals(program));
        return launched
                || !program.contains("/")
                        && Files.isRegularFile(request.folder().resolve("bin").resolve(program));
    }

    private static boolean namesImage(Template word) {
        return word.parts().stream()
                .anyMatch(part -> part instanceof Template.Placeholder placeholder
                        && placeholder.name().equals(Template.IMAGE));
    }
}
