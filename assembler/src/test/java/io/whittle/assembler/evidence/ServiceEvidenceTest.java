package io.whittle.assembler.evidence;

import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Which services code asks for, and whether it would go on without a provider. */
class ServiceEvidenceTest extends TwoModules {
    @Test
    void aServiceIsNeededWhereNobodyGoesOnWithoutIt() throws IOException {
        assertThat(asked("ServiceLoader.load(b.Service.class).findFirst().orElseThrow();"))
                .containsExactly("needed");
        assertThat(asked("ServiceLoader.load(b.Service.class).iterator().next();"))
                .containsExactly("needed");
        assertThat(asked("ServiceLoader.load(b.Service.class).findFirst().get();"))
                .containsExactly("needed");
        assertThat(asked("ServiceLoader<b.Service> all = ServiceLoader.load(b.Service.class);"
                        + " b.Service first = all.stream().map(ServiceLoader.Provider::get).filter(s -> true)"
                        + ".findFirst().orElseThrow(() -> new IllegalStateException(\"none\"));"))
                .containsExactly("needed");
    }

    @Test
    void aServiceIsNeededWhereWhoFindsNoneThrows() throws IOException {
        String load = "ServiceLoader.load(b.Service.class)";
        assertThat(asked("if (" + load + ".findFirst().isEmpty()) { throw new IllegalStateException(); }"))
                .containsExactly("needed");
        assertThat(asked("var one = " + load + ".findFirst();"
                        + " if (!one.isPresent()) { throw new IllegalStateException(); } one.get().hashCode();"))
                .containsExactly("needed");
        assertThat(asked("var it = " + load + ".iterator();"
                        + " if (!it.hasNext()) { if (hashCode() > 1) { throw new IllegalStateException(\"a\"); }"
                        + " throw new IllegalStateException(\"b\"); } it.next();"))
                .containsExactly("needed");
        assertThat(asked("if (" + load + ".findFirst().isEmpty()) { if (hashCode() > 1) {"
                        + " throw new IllegalStateException(); } }"))
                .containsExactly("optional");
        assertThat(asked("for (b.Service each : " + load + ") { if (each.hashCode() > 1) {"
                        + " throw new IllegalStateException(); } }"))
                .containsExactly("optional");
    }

    @Test
    void aServiceIsOptionalWhereTheCodeGoesOn() throws IOException {
        assertThat(asked("for (b.Service each : ServiceLoader.load(b.Service.class)) { each.hashCode(); }"))
                .containsExactly("optional");
        assertThat(asked("ServiceLoader.load(b.Service.class).findFirst().ifPresent(Object::hashCode);"))
                .containsExactly("optional");
        assertThat(asked("ServiceLoader.load(b.Service.class).findFirst().orElse(null);"))
                .containsExactly("optional");
        assertThat(asked("var it = ServiceLoader.load(b.Service.class).iterator(); if (it.hasNext()) { it.next(); }"))
                .containsExactly("optional");
        assertThat(asked("var one = ServiceLoader.load(b.Service.class).findFirst();"
                        + " if (one.isPresent()) { one.get(); }"))
                .containsExactly("optional");
    }

    @Test
    void aServiceIsOptionalWhereItIsCaughtThatThereIsNone() throws IOException {
        for (String taken : List.of("iterator().next()", "findFirst().orElseThrow()", "stream().toList().get(0)")) {
            String take = "ServiceLoader.load(b.Service.class)." + taken + ";";
            String caught = taken.contains("toList") ? "IndexOutOfBounds" : "java.util.NoSuchElement";
            assertThat(asked("try { " + take + " } catch (" + caught + "Exception none) { hashCode(); }"))
                    .as(taken)
                    .containsExactly("optional");
            assertThat(asked("try { " + take + " } catch (" + caught
                            + "Exception none) { throw new IllegalStateException(none); }"))
                    .as(taken)
                    .containsExactly("needed");
            assertThat(asked("try { hashCode(); } catch (" + caught + "Exception none) { hashCode(); } " + take))
                    .as(taken)
                    .containsExactly("needed");
        }
    }

    @Test
    void aServiceIsNeededWhereTheFirstOfAListIsTaken() throws IOException {
        String list = "var all = ServiceLoader.load(b.Service.class).stream().toList();";
        assertThat(asked(list + " all.get(0).get();")).containsExactly("needed");
        assertThat(asked("java.util.List<ServiceLoader.Provider<b.Service>> all = ServiceLoader.load(b.Service.class)"
                        + ".stream().collect(java.util.stream.Collectors.toList()); all.get(0);"))
                .containsExactly("needed");
        assertThat(asked(list + " if (all.isEmpty()) { throw new IllegalStateException(); } all.get(0);"))
                .containsExactly("needed");
        assertThat(asked(list + " if (!all.isEmpty()) { all.get(0); }")).containsExactly("optional");
        assertThat(asked(list + " for (int i = 0; i < all.size(); i++) { all.get(i); }"))
                .containsExactly("optional");
        assertThat(asked(list + " for (var each : all) { each.get(); }")).containsExactly("optional");
    }

    @Test
    void aServiceIsNeededWhereWhoLooksForOneThrowsBehindTheLoop() throws IOException {
        String loop = "b.Service found = null; for (b.Service each : ServiceLoader.load(b.Service.class)) {"
                + " if (each.hashCode() > 1) { found = each; break; } }";
        assertThat(asked(loop + " if (found == null) { throw new IllegalStateException(); } found.hashCode();"))
                .containsExactly("needed");
        assertThat(asked(loop + " if (found != null) { found.hashCode(); return; } throw new IllegalStateException();"))
                .containsExactly("needed");
        assertThat(asked("b.Service one = ServiceLoader.load(b.Service.class).findFirst().orElse(null);"
                        + " if (one == null) { throw new IllegalStateException(); }"))
                .containsExactly("needed");
        assertThat(asked(loop + " if (found == null) { hashCode(); }")).containsExactly("optional");
        assertThat(asked("b.Service found = null; for (b.Service each : ServiceLoader.load(b.Service.class)) {"
                        + " if (found != null) { throw new IllegalStateException(); } found = each; }"))
                .containsExactly("optional");
        assertThat(asked("for (b.Service each : ServiceLoader.load(b.Service.class)) {"
                        + " if (each == null) { throw new IllegalStateException(); } }"))
                .containsExactly("optional");
    }

    @Test
    void aServiceIsNeededWhereWhoCollectsThemThrowsForNone() throws IOException {
        String all = "ServiceLoader.load(b.Service.class)";
        String list = "java.util.List<b.Service> list = new java.util.ArrayList<>(); ";
        String none = " if (list.isEmpty()) { throw new IllegalStateException(); }";
        for (String collect : List.of(
                "for (b.Service each : " + all + ") { list.add(each); }",
                all + ".forEach(list::add);",
                all + ".stream().forEach(each -> list.add(each.get()));",
                "User.each(" + all + ").forEach(each -> { if (each.hashCode() > 1) { list.add(each); } });")) {
            assertThat(asked(list + collect + none)).as(collect).containsExactly("needed");
            assertThat(asked(list + collect + " if (list.isEmpty()) { hashCode(); }"))
                    .as(collect)
                    .containsExactly("optional");
            assertThat(asked(list + collect + " if (!list.isEmpty()) { throw new IllegalStateException(); }"))
                    .as(collect)
                    .containsExactly("optional");
            // In a field that is filled from inside a lambda.
            assertThat(asked(collect.replace("list", "field") + none.replace("list", "field")))
                    .as(collect)
                    .containsExactly("needed");
        }
        // Of another list nothing follows, and of what else is put in nothing is known.
        assertThat(asked(list + "for (b.Service each : " + all + ") { each.hashCode(); }" + none))
                .containsExactly("optional");
        assertThat(asked(list + all + ".forEach(Object::hashCode);" + none)).containsExactly("optional");
        assertThat(asked(list + "java.util.stream.Stream.concat(" + all + ".stream().map(ServiceLoader.Provider::get),"
                        + " list.stream()).forEach(list::add);" + none))
                .containsExactly("optional");
    }

    @Test
    void aHelperThatGetsTheClassIsSeenThrough() throws IOException {
        Evidence evidence = of(
                of(
                        "requires b; uses b.Service;",
                        """
                class User {
                    void needed() { first(b.Service.class).orElseThrow(); }
                    void optional() { first(b.Service.class).ifPresent(Object::hashCode); }
                    void far() { b.api.Net.need(b.Service.class); }
                    static <T> java.util.Optional<T> first(Class<T> type) { return over(type); }
                    static <T> java.util.Optional<T> over(Class<T> type) { return java.util.ServiceLoader.load(type).findFirst(); }
                }
                """,
                        "public static <T> T need(Class<T> type) { return java.util.ServiceLoader.load(type).findFirst().orElseThrow(); }"));

        assertThat(evidence.services())
                .extracting(use -> use.module() + " " + use.service() + (use.optional() ? " optional " : " needed ")
                        + use.place().member())
                .containsExactly(
                        "a " + SERVICE + " needed needed",
                        "a " + SERVICE + " needed far",
                        "a " + SERVICE + " optional optional");
        assertThat(evidence.undecided()).isEmpty();
    }

    @Test
    void aLoaderOverAParameterThatNobodyNamesCannotBeDecided() throws IOException {
        Evidence evidence = of(
                "",
                "public class User { public Object a(Class<?> type) { return java.util.ServiceLoader.load(type); } }");

        assertThat(evidence.undecided())
                .extracting(each -> each.what() + " " + each.place())
                .containsExactly("SERVICE a.User.a (User.java:2)");
    }

    @Test
    void aServiceOfTheDescriptorAloneIsTakenForOptional() throws IOException {
        assertThat(of("requires b; uses b.Service;", "class User {}").services())
                .extracting(use -> use.service() + " " + use.optional() + " " + use.place())
                .containsExactly(SERVICE + " true module-info (module-info.java)");
    }

    @Test
    void providersAreThoseOfTheDescriptor() throws IOException {
        TestReactor reactor =
                reactor("requires b; provides b.Service with a.User;", "public class User implements b.Service {}");

        assertThat(of(reactor).provisions()).containsExactly(new Provision("a", SERVICE, "a.User"));
    }

    private List<String> asked(String statements) throws IOException {
        Evidence evidence = of(
                "requires b; uses b.Service;",
                "import java.util.ServiceLoader;\nclass User { final java.util.List<b.Service> field = new java.util.ArrayList<>();"
                        + " static java.util.stream.Stream<b.Service> each(ServiceLoader<b.Service> all) {"
                        + " return all.stream().map(ServiceLoader.Provider::get); } void run() { " + statements
                        + " } }");
        return evidence.services().stream()
                .map(use -> use.optional() ? "optional" : "needed")
                .toList();
    }
}
