module sound {
    requires app;

    provides app.Part with
            sound.Sound;
}
