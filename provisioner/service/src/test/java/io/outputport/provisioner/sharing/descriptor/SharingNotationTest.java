package io.outputport.provisioner.sharing.descriptor;

import static io.outputport.provisioner.sharing.DeltaDescriptor.SHARE;
import static io.outputport.provisioner.sharing.DeltaDescriptor.aDeltaPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.descriptor.subject.OfflineNotation;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import io.outputport.provisioner.sharing.descriptor.storage.StorageRulesSetting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptors with one mistake each, which is answered with its place and what to write instead. */
class SharingNotationTest {
    private static final String SPECIFIC = "dataProduct.components[2].specific.";
    private static final String TABLE = SPECIFIC + "tables[0].";

    @ParameterizedTest
    @ValueSource(strings = {"Delta Sharing", "delta-sharing", "OpenSharing", "OPENSHARING", "DeltaSharing"})
    void its_technology_is_written_in_several_ways(String technology) {
        assertThat(problems(aDeltaPort().port("technology", technology).yaml())).isEmpty();
    }

    @Test
    void without_a_share_it_has_the_name_of_the_port() {
        SharingDescriptor read = read(aDeltaPort().yaml());

        assertThat(read.share().value()).isEqualTo(SHARE);
        assertThat(read.tables()).singleElement().satisfies(table -> {
            assertThat(table.path().value()).isEqualTo("sales/orders");
            assertThat(table.historyShared()).isFalse();
            assertThat(table.filters()).isEmpty();
        });
    }

    @Test
    void everything_that_can_be_said_is_read() {
        SharingDescriptor read = read(table("historyShared: 'yes'", "partitionFilter: {region: '{recipient.region}'}")
                .replace("schema: sales", "schema: sales\n      share: " + SHARE + "_eu\n      tokenLifetime: 30d"));

        assertThat(read.share().value()).isEqualTo(SHARE + "_eu");
        assertThat(read.lifetimes()).isEqualTo(new ShareLifetimes(Optional.of(Duration.ofDays(30)), Optional.empty()));
        assertThat(read.tables().get(0).historyShared()).isTrue();
        assertThat(read.tables().get(0).filters())
                .singleElement()
                .satisfies(filter -> assertThat(filter.value()).isEqualTo("{recipient.region}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'my share'                       | sharing-name-illegal     | it holds a blank      | Write energy_meterreadings_1_graphqlreadings_my_share.",
                "a/b                              | sharing-name-illegal     | it holds a slash      | _a_b.",
                "energy_other_share               | name-prefix              | does not start with   | Write energy_meterreadings_1_graphqlreadings.",
                "eu                               | name-prefix              | does not start with   | Write energy_meterreadings_1_graphqlreadings_eu.",
                "energy_meterreadings_1_graphqlreadingseu | name-prefix      | does not start with   | Write energy_meterreadings_1_graphqlreadings_eu.",
                "ENERGY_METERREADINGS_1_GRAPHQLREADINGS   | name-prefix      | does not start with   | Write energy_meterreadings_1_graphqlreadings.",
                "''                               | descriptor-missing-field | share is empty        | Leave it out, or write energy",
                "[a]                              | descriptor-wrong-shape   | share is a list       | Leave it out, or write energy",
                "{a: b}                           | descriptor-wrong-shape   | share is an object    | Leave it out, or write energy",
            })
    void a_wrong_share_is_answered_with_the_right_one(String share, String code, String what, String remedy) {
        Problem problem =
                only(aDeltaPort().yaml().replace("schema: sales", "share: " + quoted(share) + "\n      schema: sales"));

        assertThat(problem.path()).contains(SPECIFIC + "share");
        assertThat(problem.position().orElseThrow().column()).isEqualTo(7 + "share: ".length());
        assertThat(problem.message()).contains(what);
        assertThat(problem.hint().orElse("")).contains(remedy);
        assertThat(problem.code().id()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.b        | sharing-name-illegal     | it holds a dot          | Write a_b.",
                "a b        | sharing-name-illegal     | it holds a blank        | Write a_b.",
                "a/b        | sharing-name-illegal     | it holds a slash        | Write a_b.",
                "''         | descriptor-missing-field | schema is empty         | Write the schema",
                "[a]        | descriptor-wrong-shape   | schema is a list        | Write the schema",
                "{a: b}     | descriptor-wrong-shape   | schema is an object     | Write the schema",
            })
    void a_wrong_schema(String schema, String code, String what, String remedy) {
        isAnswered(
                aDeltaPort().yaml().replace("schema: sales", "schema: " + quoted(schema)),
                "schema",
                code,
                what,
                remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: a.b             | name    | sharing-name-illegal     | it holds a dot             | Write a_b.",
                "name: a b             | name    | sharing-name-illegal     | it holds a blank           | Write a_b.",
                "name: .               | name    | sharing-name-illegal     | it holds a dot             | Write _.",
                "name: ''              | name    | descriptor-missing-field | name is empty              | Write the name",
                "name: [a]             | name    | descriptor-wrong-shape   | name is a list             | Write the name",
                "storage: s3://lake/x  | storage | sharing-storage-illegal  | but an address             | Write the name that the operators",
                "storage: my lake      | storage | sharing-storage-illegal  | is no name of a storage    | Write the name that the operators",
                "storage: ''           | storage | descriptor-missing-field | storage is empty           | Write the name of a storage",
                "storage: {a: b}       | storage | descriptor-wrong-shape   | storage is an object       | Write the name of a storage",
                "path: /srv/lake       | path    | sharing-path-illegal     | begins with a slash        | such as sales/orders",
                "path: ../secrets      | path    | sharing-path-illegal     | holds an empty name, . or  | such as sales/orders",
                "path: a/../../b       | path    | sharing-path-illegal     | holds an empty name, . or  | such as sales/orders",
                "path: a//b            | path    | sharing-path-illegal     | holds an empty name, . or  | root: a/b.",
                "path: a/./b           | path    | sharing-path-illegal     | holds an empty name, . or  | root: a/b.",
                "path: s3://b/orders   | path    | sharing-path-illegal     | is an address              | such as sales/orders",
                "path: file:///etc     | path    | sharing-path-illegal     | is an address              | such as sales/orders",
                "path: a\\b            | path    | sharing-path-illegal     | holds a backslash          | root: a/b.",
                "path: ''              | path    | descriptor-missing-field | path is empty              | Write the table's folder",
                "path: [a]             | path    | descriptor-wrong-shape   | path is a list             | Write the table's folder",
            })
    void a_wrong_field_of_a_table(String line, String field, String code, String what, String remedy) {
        String old = Map.of("name", "name: orders", "storage", "storage: lake", "path", "path: sales/orders")
                .getOrDefault(field, "");
        String value = line.substring(line.indexOf(':') + 2).strip();
        String yaml = aDeltaPort().yaml().replace(old, field + ": " + quoted(value));

        isAnswered(yaml, "tables[0]." + field, code, what, remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "historyShared: maybe                | historyShared          | descriptor-wrong-shape   | says neither yes nor no                | Write true or false",
                "historyShared: [yes]                | historyShared          | descriptor-wrong-shape   | says neither yes nor no                | Write true or false",
                "historyshared: true                 | historyshared          | sharing-field-unknown    | There is no field \"historyshared\"    | Write historyShared if that is meant.",
                "historyShare: true                  | historyShare           | sharing-field-unknown    | There is no field                      | Write historyShared if that is meant.",
                "partitionfilter: {region: EU}       | partitionfilter        | sharing-field-unknown    | There is no field                      | Write partitionFilter if that is meant.",
                "partitionFilters: {region: EU}      | partitionFilters       | sharing-field-unknown    | There is no field                      | Write partitionFilter if that is meant.",
                "partitonFilter: {region: EU}        | partitonFilter         | sharing-field-unknown    | There is no field                      | Write partitionFilter if that is meant.",
                "partitionFilter: region=EU          | partitionFilter        | descriptor-wrong-shape   | is text, but must be an object         | Write for example region: EU",
                "partitionFilter: [region]           | partitionFilter        | descriptor-wrong-shape   | is a list, but must be an object       | Write for example region: EU",
                "partitionFilter: {}                 | partitionFilter        | sharing-filter-illegal   | is empty                               | Leave it out",
                "partitionFilter: {regoin: EU}       | partitionFilter.regoin | sharing-filter-illegal   | has no column \"regoin\"               | Write region if that is meant.",
                "partitionFilter: {client: EU}       | partitionFilter.client | sharing-filter-illegal   | has no column \"client\"               | Write a column that the table is partitioned by.",
                "partitionFilter: {region: ''}       | partitionFilter.region | sharing-filter-illegal   | is empty                               | Write for example region: EU",
                "partitionFilter: {region: [EU]}     | partitionFilter.region | descriptor-wrong-shape   | is a list, but must be text            | Write for example region: EU",
                "partitionFilter: {region: {a: b}}   | partitionFilter.region | descriptor-wrong-shape   | is an object, but must be text         | Write for example region: EU",
                "partitionFilter: {region: '{recipient.}'}    | partitionFilter.region | sharing-filter-illegal   | holds braces             | Write {recipient.<property>}",
                "partitionFilter: {region: '{recipient.a-b}'} | partitionFilter.region | sharing-filter-illegal   | holds braces             | Write {recipient.<property>}",
                "partitionFilter: {region: '{user.region}'}   | partitionFilter.region | sharing-filter-illegal   | holds braces             | Write {recipient.<property>}",
                "partitionFilter: {region: '{recipient.r'}    | partitionFilter.region | sharing-filter-illegal   | holds braces             | Write {recipient.<property>}",
                "partitionFilter: {region: 'a}'}              | partitionFilter.region | sharing-filter-illegal   | holds braces             | Write {recipient.<property>}",
            })
    void a_wrong_filter_or_flag(String line, String field, String code, String what, String remedy) {
        Problem problem = only(table(line));

        assertThat(problem.path()).contains(TABLE + field);
        assertThat(lineOf(problem, table(line))).contains(line.substring(0, line.indexOf(':') + 1));
        assertThat(problem.code().id()).isEqualTo(code);
        assertThat(problem.message()).contains(what);
        assertThat(problem.hint().orElse("")).contains(remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tokenLifetime: soon      | tokenLifetime | sharing-lifetime-illegal | is no duration longer than 0 | Write for example 30d.",
                "tokenLifetime: 0         | tokenLifetime | sharing-lifetime-illegal | is no duration longer than 0 | Write for example 30d.",
                "tokenLifetime: [30d]     | tokenLifetime | sharing-lifetime-illegal | is no duration longer than 0 | Write for example 30d.",
                "urlLifetime: -5m         | urlLifetime   | sharing-lifetime-illegal | is no duration longer than 0 | Write for example 15m.",
                "urlLifetime: 2h          | urlLifetime   | sharing-lifetime-illegal | lives for at most 1h         | Write 1h or less.",
                "urlLifetme: 5m           | urlLifetme    | sharing-field-unknown    | There is no field            | Write urlLifetime if that is meant.",
                "tokenlifetime: 5m        | tokenlifetime | sharing-field-unknown    | There is no field            | Write tokenLifetime if that is meant.",
            })
    void a_wrong_lifetime(String line, String field, String code, String what, String remedy) {
        String yaml = aDeltaPort().yaml().replace("schema: sales", line + "\n      schema: sales");
        Problem problem = only(yaml);

        assertThat(problem.path()).contains(SPECIFIC + field);
        assertThat(lineOf(problem, yaml)).contains(field + ":");
        assertThat(problem.code().id()).isEqualTo(code);
        assertThat(problem.message()).contains(what);
        assertThat(problem.hint().orElse("")).contains(remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "share: my share      | share          | energy_meterreadings_1_graphqlreadings_my_share",
                "share: eu            | share          | energy_meterreadings_1_graphqlreadings_eu",
                "share: ''            | share          | energy_meterreadings_1_graphqlreadings",
                "share: [a]           | share          | none",
                "schema: a.b          | schema         | a_b",
                "schema: ''           | schema         | none",
                "urlLifetime: 2h      | urlLifetime    | 1h",
                "urlLifetime: soon    | urlLifetime    | none",
                "name: a b            | tables[0].name | a_b",
                "name: //             | tables[0].name | __",
                "path: /sales/orders  | tables[0].path | none",
                "path: a//b/./c       | tables[0].path | a/b/c",
                "path: a\\b            | tables[0].path | a/b",
                "path: a/../b         | tables[0].path | none",
                "path: s3://b/orders  | tables[0].path | none",
            })
    void where_the_answer_names_what_to_write_it_says_so_apart_and_that_is_right(
            String line, String field, String fix) {
        String name = line.substring(0, line.indexOf(':'));
        String value = quoted(line.substring(line.indexOf(':') + 2).strip());
        String sound = aDeltaPort()
                .yaml()
                .replace("schema: sales", "schema: sales\n      urlLifetime: 10m\n      share: " + SHARE);
        String wrong = sound.replaceFirst(
                "\\b" + name + ": (sales|orders|10m|sales/orders|" + SHARE + ")\n",
                Matcher.quoteReplacement(name + ": " + value + "\n"));
        Problem problem = only(wrong);

        assertThat(problem.path()).contains(SPECIFIC + field);
        assertThat(problem.fix().orElse("none")).isEqualTo(fix);
        problem.fix()
                .ifPresent(write -> assertThat(problems(wrong.replace(name + ": " + value, name + ": " + write)))
                        .isEmpty());
    }

    @Test
    void where_no_technology_is_named_and_several_are_served_it_is_told_which_was_taken() {
        String unnamed =
                aDeltaPort().port("technology", null).port("platform", null).yaml();
        List<PortNotation> all = ServiceLoader.load(OfflineNotation.class).stream()
                .map(offline -> offline.get().of(Settings.of(Map.of())))
                .toList();
        DescriptorCheck both = new DescriptorCheck(DescriptorLimits.standard(), Optional.empty(), all);

        List<Problem> problems = problems(both, unnamed);
        assertThat(problems)
                .extracting(Problem::sentence)
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("components[2].technology", "names no technology, so it is taken for one of ")
                        .endsWith("add technology: Delta Sharing."));
        assertThat(problems).hasSizeGreaterThan(1);
        assertThat(problems(unnamed)).isEmpty();
    }

    @Test
    void tables_that_are_missing_empty_no_list_or_no_objects() {
        assertThat(only(aDeltaPort().port("specific", Map.of("schema", "sales")).yaml())
                        .sentence())
                .contains("tables is missing. Add tables.");
        assertThat(only(tables(List.of())).sentence()).contains("tables is empty.", "List each table");
        assertThat(only(tables("orders")).sentence()).contains("tables is text, but must be a list.");
        assertThat(only(tables(List.of("orders"))).sentence()).contains("A table is text, but must be an object.");
        assertThat(only(aDeltaPort().yaml().replace("tables:", "tabels:")).sentence())
                .contains("There is no field \"tabels\" here. Write tables if that is meant.");
        assertThat(only(aDeltaPort().port("specific", "sales").yaml()).sentence())
                .contains("specific is text, but must be an object.");
    }

    @Test
    void a_field_with_a_typing_error_is_named_by_the_one_that_is_missing() {
        assertThat(only(aDeltaPort().yaml().replace("storage: lake", "storge: lake"))
                        .sentence())
                .contains("storage is missing.", "There is \"storge\": did you mean storage?");
        assertThat(only(aDeltaPort().yaml().replace("path: sales/orders", "paths: sales/orders"))
                        .sentence())
                .contains("path is missing.", "did you mean path?");
    }

    @Test
    void two_tables_of_one_name_in_whatever_letter_case() {
        Map<String, String> one = Map.of("name", "orders", "storage", "lake", "path", "a");
        Map<String, String> other = Map.of("name", "Orders", "storage", "lake", "path", "b");

        assertThat(only(tables(List.of(one, other))).sentence())
                .contains("The table \"Orders\" stands twice", "Give one of them another name.");
    }

    @Test
    void a_column_that_nobody_may_see_keeps_the_table_from_being_shared() {
        String tagged = aDeltaPort()
                .yaml()
                .replace("- name: amount", "- tags: [{tagFQN: PII.Sensitive}]\n        name: amount");
        Problem problem = problems(tagged, Map.of("HIDDEN_COLUMN_TAGS", "pii")).get(0);

        assertThat(problem.path().orElse("")).contains("dataContract.schema[").endsWith(".name");
        assertThat(problem.sentence())
                .contains("Column amount is tagged \"PII.Sensitive\"", "gets its files with all columns")
                .contains("Share a table without this column.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "energy=lake                          | true",
                "energy=lake/sales                    | true",
                "energy=lake/sales/                   | true",
                "domain:Energy=LAKE                   | true",
                "*=la*                                | true",
                "energy@development=lake              | true",
                "energy@dev*=lake;energy=archive      | true",
                "energy@production=lake               | false",
                "energy=archive                       | false",
                "energy=lake/sale                     | false",
                "energy=lake/sales/orders/2026        | false",
                "finance=lake                         | false",
            })
    void the_operator_decides_which_domain_shares_from_where(String rules, boolean allowed) {
        List<Problem> problems = problems(aDeltaPort().yaml(), Map.of("SHARING_STORAGE_RULES", rules));

        assertThat(problems.isEmpty()).as(problems.toString()).isEqualTo(allowed);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.path()).contains(TABLE + "storage");
            assertThat(problem.sentence())
                    .contains("may not share \"sales/orders\" of storage \"lake\" in environment \"development\"")
                    .contains("It may share from", "SHARING_STORAGE_RULES");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "energy",
                "=lake",
                "energy=",
                ";",
                "energy=lake,",
                "energy@=lake",
                "@dev=lake",
                "a@b@c=lake",
                "energy=s3://lake",
                "energy=lake/",
                "energy=lake/../x",
                "energy=/lake"
            })
    void rules_that_cannot_be_read_stop_the_start(String rules) {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> StorageRulesSetting.read(Settings.of(Map.of("SHARING_STORAGE_RULES", rules))))
                .hasMessageStartingWith("SHARING_STORAGE_RULES has ")
                .hasMessageContaining("Write for example finance=lake/finance,archive");
    }

    private static void isAnswered(String yaml, String field, String code, String what, String remedy) {
        Problem problem = only(yaml);
        assertThat(problem.path()).contains(SPECIFIC + field);
        assertThat(lineOf(problem, yaml)).contains(field.substring(field.lastIndexOf('.') + 1) + ":");
        assertThat(problem.code().id()).isEqualTo(code);
        assertThat(problem.message()).contains(what);
        assertThat(problem.hint().orElse("")).contains(remedy);
    }

    private static String lineOf(Problem problem, String yaml) {
        int line = problem.position().orElseThrow().line();
        return yaml.lines().skip(line - 1).findFirst().orElse("");
    }

    /** With lines more in its one table. */
    private static String table(String... lines) {
        return aDeltaPort()
                .yaml()
                .replace("path: sales/orders", "path: sales/orders\n        " + String.join("\n        ", lines));
    }

    private static String tables(Object tables) {
        return aDeltaPort().port("specific.tables", tables).yaml();
    }

    private static String quoted(String value) {
        return value.isEmpty() || value.equals("''")
                ? "''"
                : value.startsWith("[") || value.startsWith("{") ? value : "'" + value + "'";
    }

    private static Problem only(String yaml) {
        List<Problem> problems = problems(yaml);
        assertThat(problems).as(yaml).hasSize(1);
        return problems.get(0);
    }

    private static SharingDescriptor read(String yaml) {
        return check(Map.of())
                .check("COMPONENT_DESCRIPTOR", yaml)
                .match(
                        descriptor -> (SharingDescriptor) descriptor,
                        (after, problem) -> {
                            throw new AssertionError(problem);
                        },
                        problems -> {
                            throw new AssertionError(problems);
                        });
    }

    private static List<Problem> problems(String yaml) {
        return problems(yaml, Map.of());
    }

    private static List<Problem> problems(String yaml, Map<String, String> settings) {
        return problems(check(settings), yaml);
    }

    private static List<Problem> problems(DescriptorCheck check, String yaml) {
        return check.check("COMPONENT_DESCRIPTOR", yaml)
                .match(done -> List.of(), (after, problem) -> List.of(problem), problems -> problems);
    }

    private static DescriptorCheck check(Map<String, String> settings) {
        Settings all = Settings.of(settings);
        return new DescriptorCheck(
                DescriptorLimits.standard(),
                Optional.empty(),
                List.of(new SharingNotation(StorageRulesSetting.read(all), HiddenTags.from(all))));
    }
}
