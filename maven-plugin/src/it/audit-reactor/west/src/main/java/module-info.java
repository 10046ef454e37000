module west {
    exports west;
}
