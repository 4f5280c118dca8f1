package io.outputport.provisioner.hasura.reverse;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.reverse.ReverseProblems;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.descriptor.source.SwitchedOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from {@code params} which table is meant: one of a database, or one that Hasura tracks. */
final class TargetReader {
    private static final String FORMS =
            "Write schema and view (or table), or source and table, or customName; docs/reverse-provisioning.md shows all.";

    private final List<SourceTechnology> technologies;

    TargetReader(List<SourceTechnology> technologies) {
        this.technologies = List.copyOf(technologies);
    }

    /** Whether one of the params names a table. */
    static boolean isMeantBy(JsonNode params) {
        return Stream.of("schema", "view", "viewName", "table", "tableName", "source", "customName", "customTableName")
                .anyMatch(params::has);
    }

    /** Stopped with everything that is wrong; no other system is asked. */
    public Outcome<ReverseTarget> read(JsonNode params) {
        Params texts = new Params(params);
        List<Problem> problems = new ArrayList<>(texts.problems());
        boolean inHasura = Stream.of("source", "customName")
                .anyMatch(name -> texts.text(name).isPresent());
        boolean inDatabase = Stream.of("database", "schema", "view")
                .anyMatch(name -> texts.text(name).isPresent());
        Optional<ReverseTarget> target = Optional.empty();
        if (inHasura && inDatabase) {
            problems.add(ReverseProblems.at(
                    "", ReverseProblems.CONFLICT, "It names a table of a database and one of Hasura.", FORMS));
        } else if (inHasura) {
            target = tracked(texts, problems);
        } else if (inDatabase || texts.text("table").isPresent()) {
            target = stored(texts, problems);
        } else {
            problems.add(ReverseProblems.at("", ReverseProblems.MISSING, "It names no table.", FORMS));
        }
        return problems.isEmpty() ? Outcome.done(target.orElseThrow()) : Outcome.stopped(problems);
    }

    private static Optional<ReverseTarget> tracked(Params texts, List<Problem> problems) {
        Optional<String> custom = texts.text("customName");
        Optional<String> table = texts.text("table");
        if (custom.isPresent() && table.isPresent()) {
            problems.add(ReverseProblems.at(
                    texts.written("table"),
                    ReverseProblems.CONFLICT,
                    "The table of Hasura is named twice.",
                    "Leave out " + texts.written("table") + " or " + texts.written("customName") + "."));
        }
        if (custom.or(() -> table).isEmpty()) {
            problems.add(missing("table", "Write the table as Hasura names it, as schema.table, or its custom name."));
        }
        return custom.or(() -> table).map(name -> new ReverseTarget.InHasura(texts.text("source"), name));
    }

    private Optional<ReverseTarget> stored(Params texts, List<Problem> problems) {
        Optional<String> schema = texts.text("schema");
        if (schema.isEmpty()) {
            problems.add(missing("schema", "Write the schema that the view or table is in."));
        }
        Optional<String> name = texts.text("view").or(() -> texts.text("table"));
        if (name.isEmpty()) {
            problems.add(missing("view", "Write the name of the view, or of the table in table."));
        } else if (texts.text("view").isPresent() && texts.text("table").isPresent()) {
            problems.add(ReverseProblems.at(
                    texts.written("table"),
                    ReverseProblems.CONFLICT,
                    "Both a view and a table are named.",
                    "Leave out " + texts.written("table") + " or " + texts.written("view") + "."));
        }
        Optional<SourceTechnology> technology = technology(texts, problems);
        return technology.isEmpty() || schema.isEmpty() || name.isEmpty()
                ? Optional.empty()
                : located(technology.get().named(texts.text("database"), schema.get(), name.get()), texts, problems)
                        .map(ReverseTarget.InDatabase::new);
    }

    /** The technology tells a problem with the path {@code database}, {@code schema} or {@code name}. */
    private static Optional<SourceTable> located(Outcome<SourceTable> named, Params texts, List<Problem> problems) {
        String name = texts.written(texts.text("view").isPresent() ? "view" : "table");
        return named.match(Optional::of, (after, problem) -> Optional.empty(), found -> {
            found.forEach(problem -> problems.add(new Problem(
                    problem.code(),
                    problem.message(),
                    Optional.of(ReverseProblems.path(problem.path()
                            .map(path -> path.equals("name") ? name : path)
                            .orElse("technology"))),
                    Optional.empty(),
                    problem.hint())));
            return Optional.empty();
        });
    }

    private Optional<SourceTechnology> technology(Params texts, List<Problem> problems) {
        Optional<String> stated = texts.text("technology");
        List<SourceTechnology> fitting = stated.isPresent()
                ? technologies.stream()
                        .filter(technology -> technology.isMeantBy(stated.get()))
                        .limit(1)
                        .toList()
                : technologies.stream()
                        .filter(technology -> !(technology instanceof SwitchedOff))
                        .toList();
        if (fitting.size() == 1) {
            return Optional.of(fitting.get(0));
        }
        problems.add(stated.map(text -> unknown(texts.written("technology"), text))
                .orElseGet(() -> missing("technology", "Write one of " + names() + ".")));
        return Optional.empty();
    }

    private Problem unknown(String param, String stated) {
        List<String> known = technologies.stream().map(SourceTechnology::name).toList();
        return ReverseProblems.at(
                param,
                ReverseProblems.TECHNOLOGY,
                "The technology " + Excerpt.quoted(stated) + " is not known here.",
                Nearest.to(stated, known)
                        .map(near -> "Write " + near + ".")
                        .orElseGet(() -> "Write one of " + names() + "."));
    }

    private String names() {
        return technologies.stream().map(SourceTechnology::name).collect(Collectors.joining(", "));
    }

    private static Problem missing(String param, String hint) {
        return ReverseProblems.at(param, ReverseProblems.MISSING, "This parameter is missing.", hint);
    }
}
