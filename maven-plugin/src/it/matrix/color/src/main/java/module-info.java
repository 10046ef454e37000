module color {
    requires app;

    provides app.Part with
            color.Color;
}
