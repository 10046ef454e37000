/** The feature dns. */
module outpost.dns {
    requires org.dnsjava;
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.dns.Dns;
}
