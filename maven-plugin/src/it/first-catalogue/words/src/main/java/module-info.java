module speech.words {
    exports speech.words;
}
