/** Uses postgres. */
open module prog.postgres {
    requires java.sql;
    requires org.postgresql.jdbc;
}
