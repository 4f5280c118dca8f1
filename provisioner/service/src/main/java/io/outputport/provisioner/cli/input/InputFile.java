package io.outputport.provisioner.cli.input;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.TextEncoding;
import io.outputport.provisioner.cli.report.Checked;
import io.outputport.provisioner.flow.validation.CatalogFile;
import io.outputport.provisioner.flow.validation.ValidationOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A descriptor as it was given: a file, or {@code -} for standard input.
 *
 * @param text as it reads in the encoding that it is most likely in
 * @param catalog when it is a component's file of the catalogue, which has to be made into a descriptor first
 */
public record InputFile(String name, String text, Optional<CatalogFile> catalog, Optional<Problem> encoding) {
    private static final int LARGEST = 16 << 20;

    public static InputFile read(String name, InputStream standardInput) {
        try {
            return name.equals("-") ? of("(standard input)", bounded(name, standardInput)) : file(name, Path.of(name));
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new UsageError("There is no file " + name + ".");
        } catch (AccessDeniedException denied) {
            throw new UsageError("The file " + name + " may not be read.");
        } catch (IOException unreadable) {
            throw new UsageError("The file " + name + " cannot be read.");
        }
    }

    private static InputFile of(String name, byte[] content) {
        TextEncoding read = TextEncoding.of(content);
        Optional<CatalogFile> catalog =
                read.problem().isPresent() ? Optional.empty() : CatalogFile.of(read.text(), List.of());
        return new InputFile(name, read.text(), catalog, read.problem());
    }

    /** With other components of its data product, of which only files of the catalogue are of use. */
    public InputFile beside(List<InputFile> others) {
        others.stream().filter(other -> other.catalog().isEmpty()).findFirst().ifPresent(other -> {
            throw new UsageError(other.name() + " is no catalog file of a component: it has no spec.mesh.");
        });
        List<String> texts = others.stream().map(InputFile::text).toList();
        return encoding.isPresent() ? this : new InputFile(name, text, CatalogFile.of(text, texts), encoding);
    }

    /** What comes of the descriptor, once it is sent or judged; a file that is not UTF-8 is neither. */
    public <T> Outcome<T> descriptor(Function<String, Outcome<T>> use) {
        return encoding.<Outcome<T>>map(Outcome::stopped)
                .orElseGet(() -> use.apply(catalog.map(CatalogFile::descriptor).orElse(text)));
    }

    /**
     * The verdict at its places in this file. A source that a single file of the catalogue cannot hold is a notice: the
     * platform puts the files together.
     */
    ValidationOutcome place(ValidationOutcome verdict) {
        return catalog.map(file -> new ValidationOutcome(
                        verdict.problems().stream()
                                .filter(problem -> !isElsewhere(problem))
                                .map(file::place)
                                .toList(),
                        Stream.concat(
                                        verdict.problems().stream()
                                                .filter(InputFile::isElsewhere)
                                                .map(InputFile::withRemedy),
                                        verdict.notices().stream())
                                .map(file::place)
                                .toList()))
                .orElse(verdict);
    }

    /** What was found, placed, for a report. */
    public Checked checked(ValidationOutcome judged) {
        ValidationOutcome verdict = place(judged);
        return new Checked(name, text, verdict.problems(), verdict.notices());
    }

    private static boolean isElsewhere(Problem problem) {
        return problem.code().id().equals("source-missing")
                && problem.path().filter(path -> path.contains("dependsOn[")).isPresent();
    }

    private static Problem withRemedy(Problem problem) {
        return new Problem(
                problem.code(),
                problem.message(),
                problem.path(),
                problem.position(),
                Optional.of("Name its catalog file with --with FILE to have it judged too."));
    }

    private static InputFile file(String name, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new UsageError(name + " is a folder; name the files in it.");
        }
        try (InputStream content = Files.newInputStream(path)) {
            return of(name, bounded(name, content));
        }
    }

    private static byte[] bounded(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new UsageError("The file " + name + " is larger than " + (LARGEST >> 20)
                    + " MiB, and so no descriptor: a service takes MAX_DESCRIPTOR_SIZE, 2 MiB by default.");
        }
        return bytes;
    }
}
