package prog.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;

/** A driver found as a service; nobody listens where it is sent. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        try {
            DriverManager.getConnection("jdbc:postgresql://127.0.0.1:1/test?user=me&password=none");
        } catch (SQLException refused) {
            System.out.println("postgres says " + refused.getSQLState() + " by " + refused.getClass().getName());
        }
        System.out.println(new org.postgresql.util.PGInterval("1 day").getDays());
    }
}
