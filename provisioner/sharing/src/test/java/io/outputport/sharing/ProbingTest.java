package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with a valid token tries names. */
class ProbingTest {
    private static final int CALLS = Integer.getInteger("probes", 1_500);
    private static final List<String> CALLS_OF_A_SHARE =
            List.of("", "/schemas", "/all-tables", "/schemas/shop/tables", "/schemas/shop/tables/orders/metadata");

    @TempDir
    Path folder;

    @Test
    void a_share_that_is_not_granted_is_answered_as_one_that_is_not_there() {
        try (TestingSharing server = TestingSharing.in(folder, Map.of())) {
            String token = prober(server);
            for (String call : CALLS_OF_A_SHARE) {
                Set<String> answers = new HashSet<>();
                for (String share : List.of("hidden", "absent", "HIDDEN")) {
                    HttpResponse<String> answer = get(server, token, share + call);
                    answers.add(answer.statusCode() + answer.body());
                }
                assertThat(answers).as(call).hasSize(1).allMatch(answer -> answer.startsWith("404"));
            }
        }
    }

    /** Calls in turns, so that whatever else the machine does, it does to both. */
    @Test
    void the_time_of_an_answer_does_not_tell_one_from_the_other() {
        try (TestingSharing server = TestingSharing.in(folder, Map.of())) {
            String token = prober(server);
            List<Long> hidden = new ArrayList<>();
            List<Long> absent = new ArrayList<>();
            for (int call = -CALLS / 5; call < CALLS; call++) {
                boolean hiddenFirst = call % 2 == 0;
                long first = nanos(server, token, hiddenFirst ? "hidden" : "absent");
                long second = nanos(server, token, hiddenFirst ? "absent" : "hidden");
                if (call >= 0) {
                    hidden.add(hiddenFirst ? first : second);
                    absent.add(hiddenFirst ? second : first);
                }
            }

            // Of equal distributions it strays from a half by no more than that once in two million runs.
            double stray = 5 * Math.sqrt(1 / (6.0 * CALLS));
            assertThat(shareOfPairsInWhichTheFirstIsSlower(hidden, absent)).isBetween(0.5 - stray, 0.5 + stray);
        }
    }

    private static String prober(TestingSharing server) {
        server.recipient("prober", "{}");
        server.share("hidden", "user:alice");
        server.share("open", "prober");
        return server.token("prober");
    }

    private static long nanos(TestingSharing server, String token, String share) {
        long began = System.nanoTime();
        get(server, token, share);
        return System.nanoTime() - began;
    }

    private static HttpResponse<String> get(TestingSharing server, String token, String path) {
        return server.get("/delta-sharing/shares/" + path, "Authorization", "Bearer " + token);
    }

    private static double shareOfPairsInWhichTheFirstIsSlower(List<Long> first, List<Long> second) {
        List<Long> ordered = second.stream().sorted().toList();
        double slower = 0;
        for (long time : first) {
            int below = 0;
            int upTo = ordered.size();
            while (below < upTo) {
                int middle = (below + upTo) / 2;
                if (ordered.get(middle) < time) {
                    below = middle + 1;
                } else {
                    upTo = middle;
                }
            }
            slower += below;
        }
        return slower / first.size() / second.size();
    }
}
