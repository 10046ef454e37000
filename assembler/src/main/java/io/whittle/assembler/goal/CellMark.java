package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.CodeHash;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlanContent;
import io.whittle.assembler.plan.PlannedModule;
import io.whittle.graph.cells.Content;
import io.whittle.graph.cells.ResolutionContent;
import io.whittle.graph.json.JsonText;
import io.whittle.graph.resolve.Resolution;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Says beside an image which cell of a matrix it is, so that whoever collects images of many machines can tell; its schema is docs/cell.schema.json. */
final class CellMark {
    private static final String FILE = "cell.json";

    private CellMark() {}

    /** Writes it, and gives the file. */
    static Path write(Path folder, Resolution resolution, ImagePlan plan) throws IOException {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", 1);
        document.put("profile", plan.profile());
        document.put("platform", plan.platform().toString());
        document.put("resolution", ResolutionContent.of(resolution).id());
        document.put("plan", new Content(PlanContent.text(plan), Content.Basis.PLAN, 1).id());
        ObjectNode code = document.putObject("code");
        for (PlannedModule module : plan.modules().values()) {
            // What is linked in place of a module is code of Whittle's making.
            if (module.source() instanceof PlannedModule.FromPath found
                    && found.own()
                    && found.copy().isEmpty()) {
                code.put(module.name(), CodeHash.of(found.path()));
            }
        }
        Path file = folder.resolve(FILE);
        WholeFile.write(file, JsonText.of(document).getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
