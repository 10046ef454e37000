package io.whittle.assembler.jdkneeds;

/**
 * Calls that look into the data of a language. Bundles are not among them: those are the application's own. Nor is a change
 * of case, whose rules are in java.base.
 */
final class LocaleCalls {
    static final String TABLE = """
            String                             format(Locale,String,Object[])               0
            java.io.PrintStream                format(Locale,String,Object[])               0
            java.io.PrintStream                printf(Locale,String,Object[])               0
            java.io.PrintWriter                format(Locale,String,Object[])               0
            java.io.PrintWriter                printf(Locale,String,Object[])               0
            java.text.BreakIterator            getCharacterInstance(Locale)                 0
            java.text.BreakIterator            getLineInstance(Locale)                      0
            java.text.BreakIterator            getSentenceInstance(Locale)                  0
            java.text.BreakIterator            getWordInstance(Locale)                      0
            java.text.Collator                 getInstance(Locale)                          0
            java.text.DateFormat               getDateInstance(int,Locale)                  1
            java.text.DateFormat               getDateTimeInstance(int,int,Locale)          2
            java.text.DateFormat               getTimeInstance(int,Locale)                  1
            java.text.DateFormatSymbols        getInstance(Locale)                          0
            java.text.DateFormatSymbols        new(Locale)                                  0
            java.text.DecimalFormatSymbols     getInstance(Locale)                          0
            java.text.DecimalFormatSymbols     new(Locale)                                  0
            java.text.MessageFormat            new(String,Locale)                           1
            java.text.NumberFormat             getCompactNumberInstance(Locale,java.text.NumberFormat$Style) 0
            java.text.NumberFormat             getCurrencyInstance(Locale)                  0
            java.text.NumberFormat             getInstance(Locale)                          0
            java.text.NumberFormat             getIntegerInstance(Locale)                   0
            java.text.NumberFormat             getNumberInstance(Locale)                    0
            java.text.NumberFormat             getPercentInstance(Locale)                   0
            java.text.SimpleDateFormat         new(String,Locale)                           1
            java.time.DayOfWeek                getDisplayName(java.time.format.TextStyle,Locale) 1
            java.time.Month                    getDisplayName(java.time.format.TextStyle,Locale) 1
            java.time.ZoneId                   getDisplayName(java.time.format.TextStyle,Locale) 1
            java.time.chrono.Chronology        getDisplayName(java.time.format.TextStyle,Locale) 1
            java.time.chrono.Era               getDisplayName(java.time.format.TextStyle,Locale) 1
            java.time.format.DateTimeFormatter localizedBy(Locale)                          0
            java.time.format.DateTimeFormatter ofPattern(String,Locale)                     1
            java.time.format.DateTimeFormatter withLocale(Locale)                           0
            java.time.format.DateTimeFormatterBuilder toFormatter(Locale)                   0
            java.time.format.DecimalStyle      of(Locale)                                   0
            java.time.temporal.ChronoField     getDisplayName(Locale)                       0
            java.time.temporal.TemporalField   getDisplayName(Locale)                       0
            java.time.temporal.WeekFields      of(Locale)                                   0
            Calendar                           getDisplayName(int,int,Locale)               2
            Calendar                           getDisplayNames(int,int,Locale)              2
            Calendar                           getInstance(Locale)                          0
            Calendar                           getInstance(TimeZone,Locale)                 1
            Currency                           getDisplayName(Locale)                       0
            Currency                           getSymbol(Locale)                            0
            Formatter                          format(Locale,String,Object[])               0
            Formatter                          new(Locale)                                  0
            Formatter                          new(java.lang.Appendable,Locale)             1
            GregorianCalendar                  new(Locale)                                  0
            GregorianCalendar                  new(TimeZone,Locale)                         1
            Locale                             getDisplayCountry(Locale)                    0
            Locale                             getDisplayLanguage(Locale)                   0
            Locale                             getDisplayName(Locale)                       0
            Scanner                            useLocale(Locale)                            0
            TimeZone                           getDisplayName(Locale)                       0
            TimeZone                           getDisplayName(boolean,int,Locale)           2
            """;

    private LocaleCalls() {}
}
