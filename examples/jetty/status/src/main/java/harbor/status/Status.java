package harbor.status;

import harbor.app.Part;
import harbor.app.Settings;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.jmx.MBeanContainer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.Callback;

/** {@code /status} tells the figures of the running server, as JMX has them. */
public final class Status implements Part {
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    @Override
    public String name() {
        return "status";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Handler around(Handler inner, Server server, Settings settings) {
        server.addBean(new MBeanContainer(beans));
        return new StatisticsHandler(new Handler.Sequence(new Figures(), inner));
    }

    private final class Figures extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws JMException {
            if (!Request.getPathInContext(request).equals("/status")) {
                return false;
            }
            Set<ObjectName> statistics = new TreeSet<>(
                    beans.queryNames(new ObjectName("org.eclipse.jetty.server.handler:type=statisticshandler,*"), null));
            StringBuilder told = new StringBuilder();
            for (ObjectName name : statistics) {
                told.append("requests ").append(beans.getAttribute(name, "requests")).append('\n');
            }
            told.append(beans.queryNames(new ObjectName("org.eclipse.jetty.*:*"), null).stream()
                    .map(name -> name.getKeyProperty("type"))
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining(" ", "beans ", "\n")));
            Content.Sink.write(response, true, told.toString(), callback);
            return true;
        }
    }
}
