/** outpost: the command line, over the local API. */
module outpost.cli {
    requires info.picocli;
    requires outpost.core;

    opens outpost.cli to
            info.picocli;
}
