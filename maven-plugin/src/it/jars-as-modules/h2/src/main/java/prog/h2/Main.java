package prog.h2;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** A driver found as a service, and a function of SQL called by reflection. */
public final class Main {
    private Main() {}

    public static String twice(String word) {
        return word + word;
    }

    public static void main(String[] args) throws Exception {
        try (Connection db = DriverManager.getConnection("jdbc:h2:mem:test");
                Statement sql = db.createStatement()) {
            sql.execute("create alias twice for 'prog.h2.Main.twice'");
            sql.execute("create table word (id int primary key, text varchar(20))");
            sql.execute("insert into word values (1, 'ho'), (2, 'hey')");
            ResultSet found = sql.executeQuery("select twice(text) from word where id = 1");
            found.next();
            System.out.println("h2 says " + found.getString(1));
        }
    }
}
