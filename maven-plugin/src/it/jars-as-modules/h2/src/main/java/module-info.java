/** Uses h2. */
open module prog.h2 {
    requires java.sql;
    requires com.h2database;
}
