/** What is wrong with the node, and since when. */
module outpost.health {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.health.HealthFeature;
}
