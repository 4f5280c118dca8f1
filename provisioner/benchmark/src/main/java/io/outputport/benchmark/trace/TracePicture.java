package io.outputport.benchmark.trace;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A trace as tracing back ends show it: a bar for each span below its parent, over time. Drawn as a PNG. */
final class TracePicture {
    private static final int NAMES = 360;
    private static final int BARS = 640;
    private static final int ROW = 20;
    private static final int MARGIN = 12;

    private final List<Row> rows = new ArrayList<>();
    private final long start;
    private final long end;

    private record Row(ZipkinSpan span, int depth) {}

    /** @param spans of one trace, in the order of their start */
    TracePicture(List<ZipkinSpan> spans) {
        start = spans.stream().mapToLong(ZipkinSpan::start).min().orElse(0);
        end = spans.stream()
                .mapToLong(span -> span.start() + span.length())
                .max()
                .orElse(1);
        spans.stream()
                .filter(span -> spans.stream().noneMatch(other -> other.id().equals(span.parent())))
                .forEach(root -> add(root, 0, spans));
    }

    private void add(ZipkinSpan span, int depth, List<ZipkinSpan> spans) {
        rows.add(new Row(span, depth));
        spans.stream().filter(child -> child.parent().equals(span.id())).forEach(child -> add(child, depth + 1, spans));
    }

    void save(Path file) throws IOException {
        BufferedImage image = new BufferedImage(
                NAMES + BARS + 2 * MARGIN, (rows.size() + 1) * ROW + 2 * MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        scale(pen, image.getHeight());
        for (int row = 0; row < rows.size(); row++) {
            draw(pen, rows.get(row), MARGIN + (row + 1) * ROW);
        }
        pen.dispose();
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private void scale(Graphics2D pen, int height) {
        pen.setStroke(new BasicStroke(1));
        for (int part = 0; part <= 4; part++) {
            int x = MARGIN + NAMES + BARS * part / 4;
            pen.setColor(new Color(0xdddddd));
            pen.drawLine(x, MARGIN + ROW, x, height - MARGIN);
            pen.setColor(Color.DARK_GRAY);
            String label = millis((end - start) * part / 4);
            pen.drawString(label, part == 4 ? x - pen.getFontMetrics().stringWidth(label) : x, MARGIN + 12);
        }
    }

    private void draw(Graphics2D pen, Row row, int top) {
        ZipkinSpan span = row.span();
        double perMicro = (double) BARS / Math.max(1, end - start);
        int x = MARGIN + NAMES + (int) ((span.start() - start) * perMicro);
        int width = Math.max(2, (int) (span.length() * perMicro));
        pen.setColor(color(span.kind()));
        pen.fillRect(x, top + 3, width, ROW - 6);
        pen.setColor(Color.BLACK);
        pen.drawString(span.name(), MARGIN + row.depth() * 14, top + 14);
        String length = millis(span.length());
        int wide = pen.getFontMetrics().stringWidth(length);
        pen.setColor(Color.DARK_GRAY);
        int after = x + width + 4;
        pen.drawString(length, after + wide > MARGIN + NAMES + BARS ? x - wide - 4 : after, top + 14);
    }

    private static Color color(String kind) {
        return switch (kind) {
            case "SERVER" -> new Color(0x3b6ea5);
            case "CONSUMER" -> new Color(0x6a4c93);
            case "CLIENT" -> new Color(0x4f9d69);
            default -> new Color(0xc9a227);
        };
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.1f ms", micros / 1000.0);
    }
}
