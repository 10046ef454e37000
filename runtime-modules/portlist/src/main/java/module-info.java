/** The feature portlist. */
module outpost.portlist {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.portlist.PortList;
}
