package io.outputport.provisioner.descriptor.mistake.scene;

import io.outputport.foundation.outcome.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * What the scanner made of the text: what it had read before it gave up, and which brackets are still closed after it.
 */
public final class Tokens {
    private final Position place;
    private final List<Scalar> quoted = new ArrayList<>();
    private final Deque<Bracket> open = new ArrayDeque<>();
    private Optional<Read> last = Optional.empty();
    private Optional<Bracket> innermost = Optional.empty();
    private boolean passed;
    private boolean closed;

    /** A value in quotes. */
    public record Scalar(Position start, Position end) {}

    /** An opening bracket or brace. */
    public record Bracket(Position start, char closer) {}

    /**
     * The last token before the place.
     *
     * @param style {@code "}, {@code '}, {@code |} or {@code >} of a text with such marks; else a blank
     */
    public record Read(Position start, Position end, char style, boolean closesBracket) {}

    private Tokens(Position place) {
        this.place = place;
    }

    public static Tokens of(String text, int longest, Position place) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(longest);
        Tokens tokens = new Tokens(place);
        try {
            Scanner scanner = new ScannerImpl(new StreamReader(text), options);
            while (!scanner.checkToken(Token.ID.StreamEnd)) {
                tokens.take(scanner.getToken());
            }
        } catch (YAMLException | NumberFormatException end) {
            // Where the scanner itself gives up, nothing more is to be seen.
        }
        tokens.pass();
        return tokens;
    }

    public Optional<Read> last() {
        return last;
    }

    /** The texts in quotes before the place, in their order. */
    public List<Scalar> quoted() {
        return quoted;
    }

    /** The bracket that the place is in. */
    public Optional<Bracket> innermost() {
        return innermost;
    }

    /** Whether that one is closed after the place. */
    public boolean isClosedLater() {
        return closed;
    }

    private void take(Token token) {
        Position start = position(token.getStartMark());
        if (start.compareTo(place) >= 0) {
            pass();
        } else if (token.getTokenId() != Token.ID.BlockEnd) {
            note(token, start);
        }
        switch (token.getTokenId()) {
            case FlowSequenceStart -> open.push(new Bracket(start, ']'));
            case FlowMappingStart -> open.push(new Bracket(start, '}'));
            case FlowSequenceEnd -> close(']');
            case FlowMappingEnd -> close('}');
            default -> {}
        }
    }

    private void close(char closer) {
        if (!open.isEmpty() && open.element().closer() == closer) {
            Bracket bracket = open.pop();
            closed = closed || passed && innermost.filter(bracket::equals).isPresent();
        }
    }

    private void pass() {
        if (!passed) {
            passed = true;
            innermost = Optional.ofNullable(open.peek());
        }
    }

    private void note(Token token, Position start) {
        Position end = position(token.getEndMark());
        char style = ' ';
        if (token instanceof ScalarToken scalar && !scalar.getPlain()) {
            style = Optional.ofNullable(scalar.getStyle().getChar()).orElse(' ');
        }
        if (style == '"' || style == '\'') {
            quoted.add(new Scalar(start, end));
        }
        boolean bracket =
                token.getTokenId() == Token.ID.FlowSequenceEnd || token.getTokenId() == Token.ID.FlowMappingEnd;
        last = Optional.of(new Read(start, end, style, bracket));
    }

    public static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
