package io.outputport.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a case may leave open, and that it leaves nothing else open. */
class ComparisonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"a":1}                    | {"a":1.0}
        {"a":null}                 | {"a":null}
        "<any>"                    | null
        {"a":"<absent>"}           | {}
        "<text>"                   | "x"
        "<number>"                 | 7
        "<contains> b"             | "abc"
        "<starts> a"               | "abc"
        "<either> OK <or> WARN"    | "WARN"
        "<either> <number> <or> x" | 3
        {"<others>":"","a":1}      | {"a":1,"b":2}
        ["<any order>",1,2]        | [2,1]
        ["<among others>",1]       | [3,1]
        """)
    void is_alike(String expected, String found) throws JsonProcessingException {
        assertThat(compare(expected, found)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"a":1}                    | {"a":2}                  | /a: expected 1, found 2
        {"a":1}                    | {"a":1,"b":2}            | /b: expected nothing, found 2
        {"a":{"b":1}}              | {"a":{}}                 | /a/b: expected 1, found nothing
        {"a":1}                    | {"a":"1"}                | /a: expected 1, found "1"
        {"a":"<any>"}              | {}                       | /a: expected "<any>", found nothing
        {"a":"<absent>"}           | {"a":null}               | /a: expected "<absent>", found null
        "<number>"                 | "7"                      | answer: expected "<number>", found "7"
        "<contains> b"             | "ac"                     | answer: expected "<contains> b", found "ac"
        "<either> a <or> b"        | "c"                      | answer: expected "<either> a <or> b", found "c"
        [1,2]                      | [2,1]                    | /0: expected 1, found 2
        [1]                        | [1,2]                    | answer: expected [1], found [1,2]
        ["<any order>",1]          | [1,2]                    | answer: expected ["<any order>",1], found [1,2]
        ["<any order>",1,1]        | [1,2]                    | answer: expected ["<any order>",1,1], found [1,2]
        ["<among others>",1]       | [2]                      | answer: expected ["<among others>",1], found [2]
        null                       | 0                        | answer: expected null, found 0
        """)
    void differs(String expected, String found, String difference) throws JsonProcessingException {
        assertThat(compare(expected, found).get(0)).hasToString(difference);
    }

    @Test
    void a_large_answer_is_cut() throws JsonProcessingException {
        assertThat(compare("1", "\"" + "x".repeat(5_000) + "\"").get(0).toString())
                .hasSizeLessThan(350);
    }

    private static List<Difference> compare(String expected, String found) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        JsonNode pattern = json.readTree(expected);
        return AnswerComparison.of(pattern, json.readTree(found));
    }
}
