package io.outputport.sharing.protocol.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.protocol.wire.Page;
import io.outputport.sharing.signature.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list in pages, for clients that want them, and whole for those that do not. */
class PagingTest {
    private static final List<String> NAMES = List.of("alpha", "Beta", "gamma", "Über", "日本");

    private final PageTokens tokens = new PageTokens(new SigningKey(new byte[32]));

    @Test
    void who_asks_for_no_page_gets_all_and_no_token() {
        List<String> many =
                IntStream.range(0, 20_000).mapToObj("%05d"::formatted).toList();

        Page<String> page = page(many, Optional.empty(), Optional.empty());

        assertThat(page.items()).hasSize(20_000);
        assertThat(page.nextPageToken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5", "6", "2147483647"})
    void pages_of_any_size_hold_everything_once_and_the_last_has_no_token(String size) {
        List<String> found = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<String> page = page(NAMES, Optional.of(size), token);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(Integer.parseInt(size));
            found.addAll(page.items());
            token = page.nextPageToken();
        } while (token.isPresent());

        assertThat(found).isEqualTo(NAMES);
    }

    /** As a PostgreSQL lists them whose collation passes over hyphens and dots, and with letters that are alike. */
    @Test
    void pages_hold_everything_once_in_whatever_order_a_database_lists() {
        List<String> listed =
                List.of("a-b", "ab", "A-bx", "a.b", "orders-2023", "orders", "\u0131", "i", "\u017f", "s", "\u03c3");
        List<String> found = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<String> page = page(listed, Optional.of("1"), token);
            found.addAll(page.items());
            token = page.nextPageToken();
        } while (token.isPresent());

        assertThat(found).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void a_page_of_nothing_has_a_token_for_what_comes() {
        Page<String> nothing = page(NAMES, Optional.of("0"), Optional.empty());
        assertThat(nothing.items()).isEmpty();
        assertThat(page(NAMES, Optional.empty(), nothing.nextPageToken()).items())
                .isEqualTo(NAMES);

        Optional<String> second =
                page(NAMES, Optional.of("1"), Optional.empty()).nextPageToken();
        Optional<String> stillSecond = page(NAMES, Optional.of("0"), second).nextPageToken();
        assertThat(page(NAMES, Optional.of("1"), stillSecond).items()).containsExactly("Beta");
        assertThat(page(List.of(), Optional.of("0"), Optional.empty()).nextPageToken())
                .isEmpty();
    }

    @Test
    void a_page_is_never_larger_than_ten_thousand() {
        List<String> many =
                IntStream.range(0, 10_001).mapToObj("%05d"::formatted).toList();

        Page<String> page = page(many, Optional.of("2000000000"), Optional.empty());

        assertThat(page.items()).hasSize(10_000);
        assertThat(page(many, Optional.empty(), page.nextPageToken()).items()).containsExactly("10000");
    }

    @Test
    void what_comes_and_goes_between_two_pages_moves_nothing_that_stayed() {
        Optional<String> token = page(NAMES, Optional.of("2"), Optional.empty()).nextPageToken();

        List<String> changed = List.of("aardvark", "alpha", "delta", "gamma", "Über", "日本");

        assertThat(page(changed, Optional.empty(), token).items()).containsExactly("delta", "gamma", "Über", "日本");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "2147483648", "99999999999999999999", "", " 1", "٣x"})
    void a_number_that_is_none_is_refused_with_what_to_write(String size) {
        assertThat(problem(Optional.of(size), Optional.empty()))
                .contains("maxResults is not a whole number from 0 to 2147483647", "Leave it out");
    }

    @Test
    void a_token_that_is_not_ours_for_this_list_is_refused() {
        String ours =
                page(NAMES, Optional.of("1"), Optional.empty()).nextPageToken().orElseThrow();

        for (String token : List.of("", "x", "=", "ä", ours + "A", ours.substring(1), "A".repeat(10_000))) {
            assertThat(problem(Optional.empty(), Optional.of(token))).as(token).contains("pageToken is not one");
        }
        assertThat(tokens.last("shares for eve", ours)).isEmpty();
        assertThat(new PageTokens(new SigningKey(new byte[] {1})).last("shares for ada", ours))
                .isEmpty();
    }

    private Page<String> page(List<String> all, Optional<String> size, Optional<String> token) {
        Outcome<Page<String>> page = asked(all, size, token);
        assertThat(page.isDone()).as("%s", page).isTrue();
        return ((Outcome.Done<Page<String>>) page).value();
    }

    private String problem(Optional<String> size, Optional<String> token) {
        return asked(NAMES, size, token)
                .match(
                        done -> "done: " + done,
                        (after, problem) -> "later",
                        problems -> problems.stream()
                                .map(Problem::sentence)
                                .findFirst()
                                .orElseThrow());
    }

    private Outcome<Page<String>> asked(List<String> all, Optional<String> size, Optional<String> token) {
        return new Paging("shares for ada", size, token).page(tokens, all, name -> name, name -> name);
    }
}
