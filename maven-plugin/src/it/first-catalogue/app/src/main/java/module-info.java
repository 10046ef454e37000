module speech.app {
    requires speech.words;
}
