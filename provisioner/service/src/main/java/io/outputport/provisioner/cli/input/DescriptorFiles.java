package io.outputport.provisioner.cli.input;

import io.outputport.provisioner.cli.terminal.Shell;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which descriptors a command is about. */
public final class DescriptorFiles {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Descriptors in YAML or JSON, or catalog-info files of components; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--with",
            paramLabel = "FILE",
            description = "A catalog-info file of the same data product, such as the source's.")
    private List<String> others = List.of();

    public List<InputFile> read(Shell shell) {
        List<InputFile> beside =
                others.stream().map(name -> InputFile.read(name, shell.in())).toList();
        return files.stream()
                .map(name -> InputFile.read(name, shell.in()).beside(beside))
                .toList();
    }
}
