/** The feature metrics. */
module outpost.metrics {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.metrics.Metrics;
}
