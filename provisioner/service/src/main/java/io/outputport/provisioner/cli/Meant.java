package io.outputport.provisioner.cli;

import io.outputport.foundation.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What somebody meant who typed a command or an option that does not exist. */
final class Meant {
    private Meant() {}

    /** Empty when nothing there is resembles it. */
    static Optional<String> by(CommandLine.ParameterException mistake) {
        if (!(mistake instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        String typed = unmatched.getUnmatched().get(0);
        CommandSpec command = mistake.getCommandLine().getCommandSpec();
        List<String> known = new ArrayList<>(command.subcommands().keySet());
        command.options().forEach(option -> known.addAll(List.of(option.names())));
        return Nearest.to(typed.split("=", 2)[0], known);
    }
}
