module east {
    exports east;
}
