package prog.protobuf;

import com.google.protobuf.Struct;
import com.google.protobuf.TextFormat;
import com.google.protobuf.Value;

/** Messages whose fields are found by reflection. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Struct said = Struct.newBuilder()
                .putFields("says", Value.newBuilder().setNumberValue(1).build())
                .build();
        Struct read = Struct.parseFrom(said.toByteArray());
        System.out.println("protobuf " + TextFormat.printer().shortDebugString(read));
    }
}
