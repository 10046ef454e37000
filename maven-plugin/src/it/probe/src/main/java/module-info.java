module teller {
    // In the image only where somebody asks for it.
    requires static java.logging;
}
