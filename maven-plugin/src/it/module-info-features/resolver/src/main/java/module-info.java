module resolver {
    requires packets;
}
