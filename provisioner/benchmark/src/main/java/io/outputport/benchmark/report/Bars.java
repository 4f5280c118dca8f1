package io.outputport.benchmark.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Bars side by side, a group for each situation, as a PNG. */
public final class Bars {
    private final String title;
    private final String up;
    private final Map<String, Map<String, Double>> series = new LinkedHashMap<>();

    /** @param up what the height means */
    public Bars(String title, String up) {
        this.title = title;
        this.up = up;
    }

    public void bar(String name, String group, double height) {
        series.computeIfAbsent(name, first -> new LinkedHashMap<>()).put(group, height);
    }

    /** Draws what is known so far; nothing without a bar. */
    public void save(Path file) throws IOException {
        if (series.isEmpty()) {
            return;
        }
        CategoryChart chart = new CategoryChartBuilder()
                .width(900)
                .height(500)
                .title(title)
                .yAxisTitle(up)
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        series.forEach((name, bars) -> {
            List<String> groups = new ArrayList<>(bars.keySet());
            List<Double> heights = new ArrayList<>(bars.values());
            chart.addSeries(name, groups, heights);
        });
        Files.createDirectories(file.toAbsolutePath().getParent());
        BitmapEncoder.saveBitmap(chart, file.toString(), BitmapEncoder.BitmapFormat.PNG);
    }
}
