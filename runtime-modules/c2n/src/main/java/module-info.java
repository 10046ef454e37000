/** The feature c2n. */
module outpost.c2n {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.c2n.ControlToNode;
    provides outpost.core.service.Offers with
            outpost.c2n.ControlToNode;
}
