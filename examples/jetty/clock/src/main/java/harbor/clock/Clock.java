package harbor.clock;

import harbor.app.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The day, as people write it where who asks comes from; {@code ?day=2026-08-01} tells of another. */
public final class Clock implements Page {
    @Override
    public String text(Request request) {
        String asked = Request.extractQueryParameters(request).getValue("day");
        LocalDate day = asked == null ? LocalDate.now() : LocalDate.parse(asked);
        String language = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        Locale locale = Locale.forLanguageTag(language == null ? "en" : language);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(day) + "\n";
    }
}
