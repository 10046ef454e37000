/** outpostd: starts a node with the features of its image. */
module outpost.daemon {
    requires outpost.core;
}
