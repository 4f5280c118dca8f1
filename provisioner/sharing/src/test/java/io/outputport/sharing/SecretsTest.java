package io.outputport.sharing;

import static io.outputport.sharing.TestingSharing.json;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.outputport.foundation.store.Database;
import io.outputport.sharing.token.SecretText;
import io.outputport.sharing.token.SecretText.Use;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Tokens and codes are told once, to whom they are for, and stand nowhere else. */
class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void no_token_and_no_code_is_in_a_dump_of_the_database_a_log_a_metric_or_a_later_answer() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try (TestingSharing server = TestingSharing.in(folder, Map.of("ACCESS_LOG", "true"))) {
            server.recipient("partner", "{}");
            String link = server.link("partner", "");
            String token = json(server.call("POST", "/activation", "", "Authorization", "Bearer " + link))
                    .path("bearerToken")
                    .asText();
            server.protocol(token);
            server.get("/activation", "Authorization", "Bearer " + link);
            server.call("POST", "/admin/v1/recipients/partner/revoke", "");
            server.protocol(token);

            List<String> seen = new ArrayList<>(dump(server));
            seen.add(server.get("/prometheus").body());
            seen.add(server.get("/admin/v1/recipients/partner/tokens").body());
            seen.add(server.get("/admin/v1/audit").body());
            log.list.forEach(line -> seen.add(line.getFormattedMessage() + line.getMDCPropertyMap()));

            assertThat(seen).noneMatch(text -> text.contains(token) || text.contains(link));
            assertThat(dump(server)).anyMatch(row -> row.contains(hash(Use.TOKEN, token)));
            assertThat(seen.subList(dump(server).size(), seen.size()))
                    .noneMatch(text -> text.contains(hash(Use.TOKEN, token)));
            assertThat(log.list).anyMatch(line -> line.getFormattedMessage().contains("/delta-sharing/shares"));
        } finally {
            root.detachAppender(log);
        }
    }

    private static String hash(Use use, String secret) {
        return SecretText.of(use, secret).orElseThrow().hash();
    }

    private static List<String> dump(TestingSharing server) {
        return server.bean(Database.class)
                .run(handle -> handle.createQuery("script").mapTo(String.class).list());
    }
}
