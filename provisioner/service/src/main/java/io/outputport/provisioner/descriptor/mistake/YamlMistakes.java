package io.outputport.provisioner.descriptor.mistake;

import io.outputport.provisioner.descriptor.mistake.scene.Lines;
import io.outputport.provisioner.descriptor.mistake.scene.Scene;
import io.outputport.provisioner.descriptor.mistake.scene.Tokens;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Finds the mistake behind the scanner's complaint. */
public final class YamlMistakes {
    /** The more a suspicion asks for, the earlier it is looked at. */
    private static final List<Suspicion> SUSPICIONS = List.of(
            BlankMistakes::tab,
            BlankMistakes::oddBlank,
            QuoteMistakes::unclosed,
            QuoteMistakes::backslash,
            QuoteMistakes::endsEarly,
            BlankMistakes::afterColon,
            BlankMistakes::afterDash,
            BracketMistakes::closesNothing,
            BracketMistakes::open,
            BracketMistakes::textAfter,
            ValueMistakes::noColon,
            IndentMistakes::dashMissing,
            IndentMistakes::itemAmongFields,
            IndentMistakes::deeper,
            IndentMistakes::fitsNoLine,
            ValueMistakes::colon,
            ValueMistakes::firstCharacter,
            ValueMistakes::listInLine,
            ValueMistakes::block);

    private YamlMistakes() {}

    /**
     * The mistake, if it is one that is known.
     *
     * @param text what was read
     * @param longest how many characters may be read
     */
    public static Optional<Mistake> find(MarkedYAMLException complaint, String text, int longest) {
        return Optional.ofNullable(complaint.getProblemMark())
                .map(Tokens::position)
                .flatMap(place -> {
                    Scene scene = new Scene(
                            Optional.ofNullable(complaint.getProblem()).orElse(""),
                            Optional.ofNullable(complaint.getContext()).orElse(""),
                            Optional.ofNullable(complaint.getContextMark()).map(Tokens::position),
                            place,
                            new Lines(text),
                            Tokens.of(text, longest, place));
                    return SUSPICIONS.stream()
                            .map(suspicion -> suspicion.look(scene))
                            .flatMap(Optional::stream)
                            .findFirst();
                });
    }
}
