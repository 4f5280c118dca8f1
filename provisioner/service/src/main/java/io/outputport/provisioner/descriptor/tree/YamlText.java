package io.outputport.provisioner.descriptor.tree;

import static io.outputport.provisioner.descriptor.tree.TreeProblems.EMPTY;
import static io.outputport.provisioner.descriptor.tree.TreeProblems.SEVERAL_DOCUMENTS;
import static io.outputport.provisioner.descriptor.tree.TreeProblems.TAG;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads YAML event by event. No value is ever constructed from a tag, and a limit stops it before the rest is read. */
public final class YamlText {
    private final TreeBuilder tree;
    private int documents;

    private YamlText(DescriptorLimits limits) {
        this.tree = new TreeBuilder(limits);
    }

    public static Outcome<Node> read(String text, DescriptorLimits limits) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.bytes());
        YamlText yaml = new YamlText(limits);
        try {
            Optional<Problem> problem = yaml.readAll(new ParserImpl(new StreamReader(text), options));
            return problem.<Outcome<Node>>map(Outcome::stopped).orElseGet(yaml::whole);
        } catch (YAMLException unreadable) {
            return Outcome.stopped(YamlMessage.of(unreadable, text, limits));
        } catch (NumberFormatException escapeBeyondUnicode) {
            // The scanner lets it pass for "\UFFFFFFFF".
            return Outcome.stopped(YamlMessage.unplaced());
        }
    }

    private Outcome<Node> whole() {
        return tree.root()
                .filter(node -> !(node instanceof Node.Text text && text.isNull()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.stopped(Problem.of(EMPTY, "The descriptor is empty.")));
    }

    private Optional<Problem> readAll(Parser events) {
        while (true) {
            Event event = events.getEvent();
            if (event.is(Event.ID.StreamEnd)) {
                return Optional.empty();
            }
            Optional<Problem> problem = feed(event);
            if (problem.isPresent()) {
                return problem;
            }
        }
    }

    private Optional<Problem> feed(Event event) {
        if (event instanceof DocumentStartEvent) {
            return nextDocument(event);
        }
        if (event instanceof NodeEvent node) {
            return tagOf(event).map(tag -> tagged(tag, event)).or(() -> value(node));
        }
        return event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd) ? tree.end() : Optional.empty();
    }

    private Optional<Problem> value(NodeEvent event) {
        Optional<String> anchor = Optional.ofNullable(event.getAnchor());
        Position start = position(event.getStartMark());
        if (event instanceof AliasEvent alias) {
            return tree.alias(alias.getAnchor(), start);
        }
        if (event instanceof ScalarEvent scalar) {
            return tree.text(scalar.getValue(), scalar.isPlain(), anchor, start);
        }
        return event instanceof MappingStartEvent object
                ? tree.fields(
                        anchor,
                        object.isFlow() ? start : dash(event.getStartMark()).orElse(start))
                : tree.items(anchor, start);
    }

    private Optional<Problem> nextDocument(Event event) {
        documents++;
        return documents == 1
                ? Optional.empty()
                : Optional.of(Problem.of(
                                SEVERAL_DOCUMENTS,
                                "A second YAML document starts here, but a descriptor is a single one.",
                                "Remove everything from this --- on.")
                        .at("", position(event.getStartMark())));
    }

    private Problem tagged(String tag, Event event) {
        return Problem.of(
                        TAG,
                        "YAML tags such as " + Excerpt.quoted(tag) + " are not supported.",
                        "Remove the tag, or put the value in quotes if it is meant as text.")
                .at(tree.path(), position(event.getStartMark()));
    }

    private static Optional<String> tagOf(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return Optional.ofNullable(scalar.getTag());
        }
        return event instanceof CollectionStartEvent start ? Optional.ofNullable(start.getTag()) : Optional.empty();
    }

    /** The dash of a list before an object: what the object lacks is missing there, and not at its first field. */
    private static Optional<Position> dash(Mark mark) {
        int[] characters = mark.getBuffer();
        int at = mark.getPointer() - 1;
        while (at >= 0 && characters[at] == ' ') {
            at--;
        }
        boolean found = at >= 0 && characters[at] == '-' && at < mark.getPointer() - 1;
        return found
                ? Optional.of(new Position(mark.getLine() + 1, mark.getColumn() + 1 - (mark.getPointer() - at)))
                : Optional.empty();
    }

    static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
