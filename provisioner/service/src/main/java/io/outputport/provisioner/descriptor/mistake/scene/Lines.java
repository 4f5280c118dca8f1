package io.outputport.provisioner.descriptor.mistake.scene;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The lines of a text, as YAML counts them. */
public final class Lines {
    private static final String BREAK = "\r\n|[\n\r\u0085\u2028\u2029]";

    private final List<String> lines;

    public Lines(String text) {
        this.lines = List.of(text.split(BREAK, -1));
    }

    public int count() {
        return lines.size();
    }

    public Line at(int number) {
        return new Line(number, number >= 1 && number <= lines.size() ? lines.get(number - 1) : "");
    }

    /** The last line before this one that holds something. */
    public Optional<Line> before(int number) {
        return IntStream.iterate(Math.min(number - 1, lines.size()), it -> it >= 1, it -> it - 1)
                .mapToObj(this::at)
                .filter(line -> !line.isEmpty())
                .findFirst();
    }
}
