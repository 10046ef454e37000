/** The feature logtail. */
module outpost.logtail {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.logtail.LogTail;
}
