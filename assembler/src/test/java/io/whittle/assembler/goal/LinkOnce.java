package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Links in a JVM of its own, for tests that look at what that JVM loads. It reads no catalogue and compiles nothing. */
final class LinkOnce {
    private LinkOnce() {}

    /** Arguments: catalogue, output, JDK, platform, profile, then the jars. */
    public static void main(String[] arguments) throws Exception {
        List<PathEntry> path = new ArrayList<>();
        for (String jar : List.of(arguments).subList(5, arguments.length)) {
            path.add(new PathEntry(Path.of(jar), label(Path.of(jar))));
        }
        LinkRequest request = new LinkRequest(
                "test:project",
                Path.of(arguments[0]),
                List.of(arguments[4]),
                List.of(arguments[3]),
                path,
                JarEdges.UNKNOWN,
                JdkAt.folder(Path.of(arguments[2])),
                Path.of(arguments[1]),
                false,
                Project.lockUse(),
                "test:whittle:1",
                List.of());
        LinkGoal.run(request, new Console());
    }

    // As TestModule labels its jars: what is locked in the test is then linked here.
    private static String label(Path jar) {
        return "test:" + jar.getFileName().toString().replace("-1.jar", ":1");
    }

    private static final class Console implements Progress {
        @Override
        public void say(String line) {
            System.out.println(line);
        }

        @Override
        public void detail(String line) {}

        @Override
        public void warn(String text) {
            System.out.println("warning: " + text);
        }
    }
}
