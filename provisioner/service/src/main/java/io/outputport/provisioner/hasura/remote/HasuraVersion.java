package io.outputport.provisioner.hasura.remote;

import io.outputport.foundation.transport.Reply;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What follows from the version of Hasura and how it was started. It is asked for now and then only, since it changes with an installation;
 * where Hasura does not tell, the newest counts.
 */
public final class HasuraVersion implements ArrayTypes {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Pattern NUMBERS = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6}).*");
    private static final String NO_LISTS = "disable_postgres_arrays";
    private static final int MAJOR = 2;
    private static final int FIRST_WITH_LISTS = 29;

    private final HasuraClient client;
    private final InstantSource clock;
    private Optional<Instant> askedAt = Optional.empty();
    private boolean lists = true;

    public HasuraVersion(HasuraClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public synchronized boolean areLists() {
        Instant now = clock.instant();
        if (askedAt.filter(asked -> now.isBefore(asked.plus(FRESH))).isEmpty()) {
            askedAt = Optional.of(now);
            lists = version()
                    .map(version -> showsLists(version) && !keepsScalars())
                    .orElse(lists);
        }
        return lists;
    }

    private Optional<String> version() {
        return client.version(PATIENCE) instanceof Reply.Answer answer && answer.isOk()
                ? answer.json().map(body -> body.path("version").asText())
                : Optional.empty();
    }

    /** Some Hasura does not tell how it was started; as a rule nothing experimental is on. */
    private boolean keepsScalars() {
        return client.configuration(PATIENCE) instanceof Reply.Answer answer
                && answer.isOk()
                && answer.json().stream()
                        .flatMap(body -> StreamSupport.stream(
                                body.path("experimental_features").spliterator(), false))
                        .anyMatch(feature -> feature.asText().equals(NO_LISTS));
    }

    /** A version that is no number is a build of somebody's own. */
    static boolean showsLists(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.matches()) {
            return true;
        }
        int major = Integer.parseInt(numbers.group(1));
        return major > MAJOR || (major == MAJOR && Integer.parseInt(numbers.group(2)) >= FIRST_WITH_LISTS);
    }
}
