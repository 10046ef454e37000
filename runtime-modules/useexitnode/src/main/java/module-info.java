/** The feature useexitnode. */
module outpost.useexitnode {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.useexitnode.UseExitNode;
}
