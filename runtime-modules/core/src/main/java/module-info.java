/** The node's life, its netmap, its state on disk, and the interface of a feature. Policy lives in the features. */
module outpost.core {
    requires com.grack.nanojson;

    exports outpost.core;
    exports outpost.core.command;
    exports outpost.core.count;
    exports outpost.core.event;
    exports outpost.core.http;
    exports outpost.core.json;
    exports outpost.core.log;
    exports outpost.core.netmap;
    exports outpost.core.packet;
    exports outpost.core.service;
    exports outpost.core.state;

    uses outpost.core.Feature;
}
