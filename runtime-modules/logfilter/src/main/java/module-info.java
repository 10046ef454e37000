/** What stands in for logtail where that is left out. */
module outpost.logfilter {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.logfilter.LogFilter;
}
