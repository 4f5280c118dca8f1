package io.outputport.provisioner.hasura.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.transport.Calls;
import io.outputport.foundation.transport.StandIn;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.wave.WritePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many ports that read at the same time read once. */
class SharedExportTest {
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final AtomicInteger exports = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    @Test
    void those_who_ask_while_one_is_read_share_the_next_and_get_nothing_older() {
        try (StandIn hasura = new StandIn(request -> answer())) {
            HasuraClient client = client(hasura);
            Thread first = ask(client);
            await().until(() -> exports.get() == 1);
            List<Thread> others = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                others.add(ask(client));
            }
            await().until(() -> others.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));

            firstMayEnd.countDown();

            await().until(() -> !first.isAlive() && others.stream().noneMatch(Thread::isAlive));
            assertThat(answered).hasValue(21);
            assertThat(exports).hasValue(2);
        }
    }

    @Test
    void what_was_asked_for_before_the_last_one_was_read_does_with_it_until_something_newer_shows() {
        firstMayEnd.countDown();
        try (StandIn hasura = new StandIn(request -> answer())) {
            HasuraClient client = client(hasura);
            Instant before = Instant.now();
            client.export();

            assertThat(client.readSince(before).orElseThrow().actual().resourceVersion())
                    .isEqualTo(1);
            assertThat(client.readSince(Instant.now().plusSeconds(1)))
                    .as("asked for later")
                    .isEmpty();
            client.export();
            assertThat(client.readSince(before).orElseThrow().actual().resourceVersion())
                    .isEqualTo(2);
            assertThat(exports).hasValue(2);
        }
    }

    @Test
    void what_was_read_before_a_write_of_ours_is_not_used_any_more() {
        firstMayEnd.countDown();
        try (StandIn hasura = new StandIn(request -> answer())) {
            HasuraClient client = client(hasura);
            Instant before = Instant.now();
            client.export();

            client.bulk(List.of(), 1);

            assertThat(client.readSince(before)).isEmpty();
        }
    }

    private Thread ask(HasuraClient client) {
        Thread thread = new Thread(() -> {
            if (client.export().isDone()) {
                answered.incrementAndGet();
            }
        });
        thread.start();
        return thread;
    }

    private StandIn.Answer answer() {
        if (exports.incrementAndGet() == 1) {
            await().until(() -> firstMayEnd.getCount() == 0);
        }
        return StandIn.Answer.of(200, Export.of().text(exports.get()));
    }

    private static HasuraClient client(StandIn hasura) {
        Duration patient = Duration.ofSeconds(30);
        return new HasuraClient(
                new HasuraSettings(hasura.url(), new Secret("admin"), patient, patient, patient, WritePolicy.AUTO),
                new Calls(Duration.ofSeconds(5)));
    }
}
