package io.whittle.graph.interchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** A small random model: its text, and by itself which sets of features it allows. */
final class RandomUvl {
    private static final List<String> SPELLINGS = List.of("F%d", "F_%d", "\"f %d\"", "\"F-%d\"", "aB%d", "not_F_%d");

    final List<String> features = new ArrayList<>();
    private final StringBuilder text = new StringBuilder("features\n");
    private final List<Predicate<Set<String>>> rules = new ArrayList<>();
    private final Random random;

    RandomUvl(long seed) {
        this.random = new Random(seed);
        int wanted = 2 + random.nextInt(8);
        String root = next();
        rules.add(in -> in.contains(root));
        text.append('\t').append(spelled(root)).append('\n');
        children(root, 2, wanted);
        int constraints = random.nextInt(4);
        text.append(constraints == 0 ? "" : "constraints\n");
        for (int i = 0; i < constraints; i++) {
            StringBuilder line = new StringBuilder();
            rules.add(formula(1 + random.nextInt(3), line));
            text.append('\t').append(line).append('\n');
        }
    }

    String text() {
        return text.toString();
    }

    /** Every set of features that the model allows. */
    Set<Set<String>> allowed() {
        Set<Set<String>> allowed = new HashSet<>();
        for (int bits = 0; bits < 1 << features.size(); bits++) {
            Set<String> in = new HashSet<>();
            for (int i = 0; i < features.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    in.add(features.get(i));
                }
            }
            if (rules.stream().allMatch(rule -> rule.test(in))) {
                allowed.add(in);
            }
        }
        return allowed;
    }

    // Unquoted and quoted spellings, and some that fall together when they are respelled.
    private String next() {
        String spelling = SPELLINGS.get(random.nextInt(SPELLINGS.size()));
        String name = String.format(spelling, features.size() / 2).replace("\"", "");
        String fresh = features.contains(name) ? name + "_" + features.size() : name;
        features.add(fresh);
        return fresh;
    }

    private String spelled(String name) {
        boolean plain = name.matches("[A-Za-z][A-Za-z0-9_]*");
        return plain && random.nextBoolean() ? name : '"' + name + '"';
    }

    private void children(String parent, int depth, int wanted) {
        while (features.size() < wanted && random.nextInt(4) > 0) {
            int count = Math.min(1 + random.nextInt(4), wanted - features.size());
            int least = 0;
            int most = count;
            String word = List.of("mandatory", "optional", "or", "alternative", "cardinality")
                    .get(random.nextInt(5));
            switch (word) {
                case "mandatory" -> least = count;
                case "or" -> least = 1;
                case "alternative" -> {
                    least = 1;
                    most = 1;
                }
                case "cardinality" -> {
                    least = random.nextInt(count + 1);
                    most = least + random.nextInt(count - least + 1);
                    word = least == most && random.nextBoolean()
                            ? "[" + least + "]"
                            : "[" + least + ".." + (most == count && random.nextBoolean() ? "*" : "" + most) + "]";
                }
                default -> {}
            }
            text.append("\t".repeat(depth)).append(word).append('\n');
            group(parent, depth + 1, wanted, count, least, most);
        }
    }

    private void group(String parent, int depth, int wanted, int count, int least, int most) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < count && (features.size() < wanted || i == 0 || members.size() < least); i++) {
            String member = next();
            members.add(member);
            rules.add(in -> !in.contains(member) || in.contains(parent));
            text.append("\t".repeat(depth)).append(spelled(member)).append('\n');
            if (random.nextInt(3) == 0) {
                children(member, depth + 1, Math.min(wanted, features.size() + 3));
            }
        }
        boolean mandatory = least == count;
        rules.add(in -> {
            long chosen = members.stream().filter(in::contains).count();
            return !in.contains(parent) || chosen >= (mandatory ? members.size() : least) && chosen <= most;
        });
    }

    private Predicate<Set<String>> formula(int depth, StringBuilder out) {
        int kind = depth == 0 ? 0 : random.nextInt(7);
        switch (kind) {
            case 0, 1 -> {
                String name = features.get(random.nextInt(features.size()));
                out.append(spelled(name));
                return in -> in.contains(name);
            }
            case 2 -> {
                out.append("!(");
                Predicate<Set<String>> part = formula(depth - 1, out);
                out.append(')');
                return part.negate();
            }
            default -> {
                out.append('(');
                Predicate<Set<String>> left = formula(depth - 1, out);
                out.append(List.of(" & ", " | ", " => ", " <=> ").get(kind - 3));
                Predicate<Set<String>> right = formula(depth - 1, out);
                out.append(')');
                return switch (kind) {
                    case 3 -> left.and(right);
                    case 4 -> left.or(right);
                    case 5 -> left.negate().or(right);
                    default -> in -> left.test(in) == right.test(in);
                };
            }
        }
    }
}
