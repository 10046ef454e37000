module packets {
    exports packets;
}
