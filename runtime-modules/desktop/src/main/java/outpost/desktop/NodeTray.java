package outpost.desktop;

import outpost.core.Node;
import outpost.core.log.Log;

import java.awt.AWTException;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.RenderingHints;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** The icon and its menu. Used on the event thread of the windowing system only. */
final class NodeTray {
    /** Asks the node for something that may fail on disk. */
    @FunctionalInterface
    private interface Wish {
        void tell() throws IOException;
    }

    private final Node node;
    private final Log log;
    private final Dimension size;
    private final MenuItem state = new MenuItem();
    private final MenuItem up = new MenuItem("Up");
    private final MenuItem down = new MenuItem("Down");
    private final TrayIcon icon;

    private NodeTray(Node node, Log log, Dimension size) {
        this.node = node;
        this.log = log;
        this.size = size;
        state.setEnabled(false);
        up.addActionListener(event -> wish("up", node::up));
        down.addActionListener(event -> wish("down", node::down));
        var menu = new PopupMenu();
        menu.add(state);
        menu.addSeparator();
        menu.add(up);
        menu.add(down);
        icon = new TrayIcon(dot(TrayFace.of(node.state(), node.wantRunning()), size), "Outpost", menu);
    }

    static NodeTray show(SystemTray tray, Node node, Log log) throws AWTException {
        var made = new NodeTray(node, log, tray.getTrayIconSize());
        made.update();
        tray.add(made.icon);
        return made;
    }

    void update() {
        TrayFace face = TrayFace.of(node.state(), node.wantRunning());
        icon.setImage(dot(face, size));
        icon.setToolTip(face.text());
        state.setLabel(face.text());
        up.setEnabled(face.mayUp());
        down.setEnabled(face.mayDown());
    }

    void remove() {
        SystemTray.getSystemTray().remove(icon);
    }

    private void wish(String what, Wish wish) {
        try {
            wish.tell();
        } catch (IOException e) {
            log.error("the node could not be asked to go " + what, e);
        }
    }

    static BufferedImage dot(TrayFace face, Dimension size) {
        var image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(face.color());
        graphics.fillOval(1, 1, size.width - 2, size.height - 2);
        graphics.dispose();
        return image;
    }
}
