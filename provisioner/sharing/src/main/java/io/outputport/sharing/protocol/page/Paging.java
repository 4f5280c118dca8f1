package io.outputport.sharing.protocol.page;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.protocol.refusal.Refusals;
import io.outputport.sharing.protocol.wire.Page;
import io.outputport.sharing.share.NameRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which part of a list is asked for. Who names no number gets all of it: some clients never ask for a second page.
 *
 * @param list which list it is, and whose: its page tokens are good for no other
 * @param maxResults as it was sent
 * @param pageToken as it was sent
 */
public record Paging(String list, Optional<String> maxResults, Optional<String> pageToken) {
    private static final int LARGEST_PAGE = 10_000;

    /**
     * @param listed in any order: a database sorts as its collation says, and a page goes on where the last one ended
     * @param key by which they are put in order, whatever the case; no two of them have the same
     */
    public <T, I> Outcome<Page<I>> page(
            PageTokens tokens, List<T> listed, Function<T, String> key, Function<T, I> item) {
        List<T> all = listed.stream()
                .sorted(Comparator.comparing(key, NameRule.ORDER))
                .toList();
        return most().then(most -> start(tokens, all, key).map(start -> {
            long end = Math.min(all.size(), (long) start + most);
            List<T> page = all.subList(start, (int) end);
            Optional<String> next = end == all.size()
                    ? Optional.empty()
                    : Optional.of(tokens.after(list, page.isEmpty() ? before(all, start, key) : last(page, key)));
            return new Page<>(page.stream().map(item).toList(), next);
        }));
    }

    /** A page of nothing ends where it began. */
    private static <T> String before(List<T> all, int start, Function<T, String> key) {
        return start == 0 ? "" : last(all.subList(0, start), key);
    }

    private static <T> String last(List<T> page, Function<T, String> key) {
        return key.apply(page.get(page.size() - 1));
    }

    private <T> Outcome<Integer> start(PageTokens tokens, List<T> all, Function<T, String> key) {
        if (pageToken.isEmpty()) {
            return Outcome.done(0);
        }
        return tokens.last(list, pageToken.get())
                .map(last -> Outcome.done((int) all.stream()
                        .takeWhile(each -> NameRule.ORDER.compare(key.apply(each), last) <= 0)
                        .count()))
                .orElseGet(() -> Outcome.stopped(Refusals.parameter(
                        "pageToken is not one that this server gave for this list.",
                        "Ask for the first page without it.")));
    }

    private Outcome<Integer> most() {
        if (maxResults.isEmpty()) {
            return Outcome.done(Integer.MAX_VALUE);
        }
        try {
            int most = Integer.parseInt(maxResults.get());
            return most >= 0 ? Outcome.done(Math.min(most, LARGEST_PAGE)) : Outcome.stopped(notANumber());
        } catch (NumberFormatException notANumber) {
            return Outcome.stopped(notANumber());
        }
    }

    private static Problem notANumber() {
        return Refusals.parameter(
                "maxResults is not a whole number from 0 to " + Integer.MAX_VALUE + ".",
                "Leave it out to get all, or write how many.");
    }
}
