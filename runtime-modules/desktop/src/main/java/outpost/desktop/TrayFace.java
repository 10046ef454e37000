package outpost.desktop;

import outpost.core.NodeState;

import java.awt.Color;

/**
 * What the tray shows for a state of the node.
 *
 * @param mayUp whether asking the node to go up makes sense
 */
record TrayFace(String text, Color color, boolean mayUp, boolean mayDown) {
    private static final Color GREEN = new Color(0x2e, 0x9e, 0x4f);
    private static final Color AMBER = new Color(0xd9, 0x93, 0x0d);
    private static final Color GREY = new Color(0x80, 0x80, 0x80);

    static TrayFace of(NodeState state, boolean wantRunning) {
        Color color = switch (state) {
            case RUNNING -> GREEN;
            case STARTING, STOPPING -> AMBER;
            case STOPPED -> GREY;
        };
        return new TrayFace("Outpost: " + state.word(), color, !wantRunning, wantRunning);
    }
}
