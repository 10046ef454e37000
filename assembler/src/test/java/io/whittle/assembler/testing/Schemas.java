package io.whittle.assembler.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Documents, held against the schemas in the docs. */
public final class Schemas {
    private static final Path DOCS = Path.of("..", "docs");

    private Schemas() {}

    /**
     * What in a document is not as its schema says.
     *
     * @param schema the name of a file, such as {@code cost.schema.json}
     */
    public static List<Error> errors(String schema, String document) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(DOCS.resolve(schema)), InputFormat.JSON)
                    .validate(document, InputFormat.JSON);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
