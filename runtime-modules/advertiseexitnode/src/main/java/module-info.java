/** The feature advertiseexitnode. */
module outpost.advertiseexitnode {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.advertiseexitnode.AdvertiseExitNode;
}
