package outpost.desktop;

import outpost.core.http.HttpException;
import outpost.core.http.HttpResponse;
import outpost.core.log.Causes;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import java.awt.AWTError;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;

/** The tray's icon for whoever shows it elsewhere. Drawn in memory, so that no display is needed. */
final class IconImage {
    private static final Dimension SIZE = new Dimension(32, 32);

    private IconImage() {}

    /**
     * What {@code GET /v1/icon} answers: the picture as PNG in Base64, what it says, its size in pixels and the colour in its middle.
     *
     * @throws HttpException if this Java runtime cannot draw
     */
    static HttpResponse of(TrayFace face) throws IOException {
        try {
            BufferedImage image = NodeTray.dot(face, SIZE);
            int middle = image.getRGB(SIZE.width / 2, SIZE.height / 2) & 0xffffff;
            return HttpResponse.json(
                    200,
                    Map.of(
                            "text", face.text(),
                            "width", image.getWidth(),
                            "height", image.getHeight(),
                            "color", String.format("#%06x", middle),
                            "png", Base64.getEncoder().encodeToString(png(image))));
        } catch (AWTError | LinkageError e) {
            throw new HttpException(503, "no icon can be drawn here: " + Causes.text(e));
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // One that keeps nothing in a file of its own.
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new HttpException(503, "this Java runtime writes no PNG");
            }
        }
        return bytes.toByteArray();
    }
}
