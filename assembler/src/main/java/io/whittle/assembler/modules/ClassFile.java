package io.whittle.assembler.modules;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.Optional;

/** The header of a class file (JVMS 4.1). */
final class ClassFile {
    /** Class files of Java 1.0 have version 44 or 45, those of Java N since then 44 + N. */
    private static final int BEFORE_FIRST_RELEASE = 44;

    private ClassFile() {}

    /** The Java release that a module's descriptor was compiled for. */
    static int javaRelease(ModuleReference module) throws IOException {
        try (ModuleReader reader = module.open()) {
            Optional<InputStream> descriptor = reader.open("module-info.class");
            if (descriptor.isEmpty()) {
                return 0;
            }
            try (DataInputStream in = new DataInputStream(descriptor.get())) {
                in.readInt();
                in.readUnsignedShort();
                return javaRelease(in.readUnsignedShort());
            }
        }
    }

    /** The Java release of a major version. */
    static int javaRelease(int majorVersion) {
        return majorVersion - BEFORE_FIRST_RELEASE;
    }
}
