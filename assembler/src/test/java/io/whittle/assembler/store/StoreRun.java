package io.whittle.assembler.store;

import io.whittle.assembler.fresh.FolderTree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program that keeps and fetches the same few images over and over, and fails where one is not what it was. */
final class StoreRun {
    private StoreRun() {}

    public static void main(String[] args) throws Exception {
        List<String> told = new ArrayList<>();
        Path folder = Path.of(args[0]);
        // Room for two of three, so that there is always something to be taken out.
        ImageStore store = new ImageStore(folder.resolve("store"), 250_000, told::add);
        Path own = Files.createDirectories(folder.resolve(args[1]));
        for (int i = 0; i < 150; i++) {
            byte name = (byte) ('a' + i % 3);
            String key = String.valueOf((char) name).repeat(64);
            Path image = own.resolve("image");
            FolderTree.delete(image);
            if (!store.fetch(key, image)) {
                make(image, name);
                store.keep(key, image);
            }
            for (String file : List.of("lib/modules", "bin/java")) {
                for (byte each : Files.readAllBytes(image.resolve(file))) {
                    if (each != name) {
                        told.add(file + " of " + key + " holds " + each);
                        break;
                    }
                }
            }
        }
        told.forEach(System.err::println);
        System.exit(told.isEmpty() ? 0 : 1);
    }

    private static void make(Path image, byte content) throws Exception {
        byte[] bytes = new byte[50_000];
        Arrays.fill(bytes, content);
        for (String file : List.of("lib/modules", "bin/java")) {
            Files.createDirectories(image.resolve(file).getParent());
            Files.write(image.resolve(file), bytes);
        }
    }
}
