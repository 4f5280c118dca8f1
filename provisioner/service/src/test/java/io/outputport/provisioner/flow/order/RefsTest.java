package io.outputport.provisioner.flow.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.port.people.People;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefsTest {
    @Test
    void users_and_groups_stay_exactly_as_they_are_written() {
        List<String> refs = List.of("user:Ann_example.com", "group:Dev Team", "user:bob", "user:bob", "group:größe");

        assertThat(Refs.of(refs))
                .isEqualTo(Outcome.done(new People(
                        List.of("user:Ann_example.com", "user:bob"), List.of("group:Dev Team", "group:größe"))));
    }

    @Test
    void an_empty_snapshot_is_nobody() {
        assertThat(Refs.of(List.of())).isEqualTo(Outcome.done(new People(List.of(), List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "User:ann", "user:", "group:", "role:admin", " user:ann", "user:a\nb"})
    void anything_else_is_refused(String ref) {
        assertThat(problems(List.of("user:ann", ref)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).contains("refs[1]"));
    }

    @Test
    void every_wrong_ref_is_named_at_once_and_shown_harmlessly() {
        assertThat(problems(List.of("alice", "user:ann", "b\u0007ob", "x".repeat(300))))
                .extracting(Problem::message)
                .containsExactly(
                        "\"alice\" is neither a user nor a group.",
                        "\"b?ob\" is neither a user nor a group.",
                        "\"" + "x".repeat(60) + "…\" is neither a user nor a group.");
    }

    @Test
    void a_ref_has_room_in_the_role_mappers_column() {
        assertThat(problems(List.of("user:" + "x".repeat(250)))).isEmpty();
        assertThat(problems(List.of("user:" + "x".repeat(251)))).hasSize(1);
    }

    @Test
    void half_a_character_is_refused_by_its_code_and_not_made_a_question_mark() {
        assertThat(problems(List.of("user:\ud83d", "user:\ud83d\ude00", "group:\ude00x")))
                .extracting(Problem::message)
                .allMatch(message -> message.contains("holds half of a character"))
                .satisfiesExactly(
                        message -> assertThat(message).startsWith("\"user:\\ud83d\""),
                        message -> assertThat(message).startsWith("\"group:\\ude00x\""));
    }

    private static List<Problem> problems(List<String> refs) {
        return Refs.of(refs).match(done -> List.of(), (after, problem) -> List.of(problem), problems -> problems);
    }
}
