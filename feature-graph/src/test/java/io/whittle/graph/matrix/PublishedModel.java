package io.whittle.graph.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published feature model.
 *
 * @param features by variable: its name
 * @param clauses literals: twice the variable, which counts from 0, and one more where it is negated
 * @param concrete the variables that stand for code; published counts of rows are of these
 */
record PublishedModel(List<String> features, List<int[]> clauses, BitSet concrete) {
    private static final Path FOLDER = Path.of("src/test/resources/interchange/real");
    private static final Pattern ABSTRACT = Pattern.compile("^\\s*\"?([^\"\\s]+)\"? \\{abstract.*", Pattern.MULTILINE);

    /** Reads the clauses and, where there is a model in UVL beside them, what of it is abstract. */
    static PublishedModel read(String name) throws IOException {
        List<String> features = new ArrayList<>();
        List<int[]> clauses = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(name + ".dimacs"))) {
            String[] words = line.strip().split("\\s+");
            if (words[0].equals("c")) {
                features.add(words[2]);
            } else if (!words[0].equals("p")) {
                clauses.add(Arrays.stream(words)
                        .mapToInt(Integer::parseInt)
                        .filter(number -> number != 0)
                        .map(number -> number > 0 ? 2 * (number - 1) : 2 * (-number - 1) + 1)
                        .toArray());
            }
        }
        Set<String> abstractOnes = abstractOnes(FOLDER.resolve(name + ".uvl"));
        BitSet concrete = new BitSet();
        for (int variable = 0; variable < features.size(); variable++) {
            concrete.set(variable, !abstractOnes.contains(features.get(variable)));
        }
        return new PublishedModel(features, clauses, concrete);
    }

    private static Set<String> abstractOnes(Path uvl) throws IOException {
        Set<String> names = new HashSet<>();
        if (Files.exists(uvl)) {
            Matcher matcher = ABSTRACT.matcher(Files.readString(uvl));
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }
}
