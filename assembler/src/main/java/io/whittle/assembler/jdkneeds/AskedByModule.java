package io.whittle.assembler.jdkneeds;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.SourceInterpreter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that the code of a module asks of the JDK.
 *
 * @param module the module
 * @param ask what is asked
 * @param place where
 */
public record AskedByModule(String module, JdkAsk ask, CodePlace place) {
    /**
     * What all modules of a path ask, by module and place. Of a class no more is read than its constant pool where that shows that it
     * asks nothing. What cannot be read asks nothing: whoever reads references says so.
     *
     * @throws IOException when a jar or folder itself cannot be read
     */
    public static List<AskedByModule> of(ModuleIndex index) throws IOException {
        try {
            return index.modules().values().parallelStream()
                    .map(found -> found.get(0))
                    .flatMap(module -> read(module).stream())
                    .sorted(Comparator.comparing(AskedByModule::module).thenComparing(AskedByModule::place))
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static List<AskedByModule> read(ApplicationModule module) {
        List<AskedByModule> asked = new ArrayList<>();
        try (ModuleReader reader = module.reference().open()) {
            for (String path : (Iterable<String>) reader.list().sorted()::iterator) {
                if (path.endsWith(".class") && !path.startsWith("META-INF/") && !path.endsWith("module-info.class")) {
                    try (InputStream in = reader.open(path).orElseThrow()) {
                        add(in.readAllBytes(), module.name(), asked);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return asked;
    }

    private static void add(byte[] bytes, String module, List<AskedByModule> asked) {
        try {
            ClassReader reader = new ClassReader(bytes);
            if (!JdkAsks.mayBeIn(reader)) {
                return;
            }
            ClassNode type = new ClassNode();
            reader.accept(type, ClassReader.SKIP_FRAMES);
            List<MethodNode> asking =
                    type.methods.stream().filter(JdkAsks::mayBeIn).toList();
            if (asking.isEmpty()) {
                return;
            }
            JdkAsks asks = JdkAsks.of(type);
            for (MethodNode method : asking) {
                var frames = new Analyzer<>(new SourceInterpreter(Opcodes.ASM9) {}).analyze(type.name, method);
                for (JdkUse use : asks.in(method, frames)) {
                    CodePlace place = new CodePlace(
                            module,
                            type.name.replace('/', '.'),
                            method.name,
                            Optional.ofNullable(type.sourceFile),
                            use.line());
                    asked.add(new AskedByModule(module, use.ask(), place));
                }
            }
        } catch (AnalyzerException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            // Of a class that nobody can read whoever reads references tells.
            return;
        }
    }
}
