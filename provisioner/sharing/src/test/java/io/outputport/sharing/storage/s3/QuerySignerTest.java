package io.outputport.sharing.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** An address that is signed here is the one that the SDK signs, with the same signature. */
class QuerySignerTest {
    private static final String REGION = "eu-west-1";
    private static final Duration GOOD = Duration.ofMinutes(15);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final AccessKey KEY =
            new AccessKey("AKIDEXAMPLE", new Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), Optional.empty());
    private static final AccessKey SESSION =
            new AccessKey("ASIA/EXAMPLE", KEY.secret(), Optional.of(new Secret("a+token/with=signs==")));
    private static final long WANTED_NANOS = 10_000;

    static Stream<String> keys() {
        return Stream.concat(
                Stream.of(
                        "orders/part-00000.snappy.parquet",
                        "orders/day=2026-11-30/part 1.parquet",
                        "a+b&c=d;e,f$g@h:i!j'k(l)m*n~o",
                        "%20/%2F/%/100%",
                        "ünal/\u6771\u4eac/\ud83d\ude00.parquet",
                        "question?mark#hash",
                        "[brackets]{braces}|bar^caret`tick\"quote<less>more",
                        "back\\slash",
                        ".hidden/..double./dots...",
                        "trailing /space ",
                        "k".repeat(900)),
                randomKeys());
    }

    private static Stream<String> randomKeys() {
        Random chance = new Random(24);
        return IntStream.range(0, 200)
                .mapToObj(at -> chance.ints(1 + chance.nextInt(40), 0x20, 0x2ff)
                        .filter(Character::isDefined)
                        .collect(
                                () -> new StringBuilder("k"),
                                (text, point) -> text.appendCodePoint(point == '/' ? '-' : point),
                                StringBuilder::append)
                        .toString());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void every_key_is_signed_as_the_sdk_does(String key) {
        assertThat(Stream.of(KEY, SESSION))
                .allSatisfy(credentials -> assertThat(Stream.of(
                                address("http://127.0.0.1:9000", true),
                                address("https://storage.example:443/s3", true),
                                address("https://s3.eu-west-1.amazonaws.com", false),
                                address("http://storage.example:9001", false)))
                        .allSatisfy(address -> assertSame(credentials, address, key)));
    }

    private static void assertSame(AccessKey credentials, BucketAddress address, String key) {
        URI theirs = sdk(credentials, address, key);
        Instant signed = LocalDateTime.parse(theirs.getRawQuery().replaceAll(".*X-Amz-Date=([^&]*).*", "$1"), TIME)
                .toInstant(ZoneOffset.UTC);

        String ours = new QuerySigner(address, REGION, credentials)
                .session(signed, GOOD.toSeconds())
                .sign(key);

        assertThat(parts(ours)).isEqualTo(parts(theirs.toString()));
    }

    /** The order of parameters means nothing, and the SDK's is that of a hash. */
    private static List<String> parts(String address) {
        URI uri = URI.create(address);
        return Stream.concat(
                        Stream.of(uri.getScheme() + "://" + uri.getRawAuthority(), uri.getRawPath()),
                        Stream.of(uri.getRawQuery().split("&")).sorted())
                .toList();
    }

    private static URI sdk(AccessKey key, BucketAddress address, String object) {
        try (S3Presigner presigner = S3Presigner.builder()
                .region(Region.of(REGION))
                .endpointOverride(address.endpoint())
                .credentialsProvider(StaticCredentialsProvider.create(credentials(key)))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(address.pathStyle())
                        .build())
                .build()) {
            return URI.create(presigner
                    .presignGetObject(request -> request.signatureDuration(GOOD)
                            .getObjectRequest(
                                    get -> get.bucket(address.bucket()).key(object)))
                    .url()
                    .toString());
        }
    }

    private static AwsCredentials credentials(AccessKey key) {
        return key.session()
                .<AwsCredentials>map(token ->
                        AwsSessionCredentials.create(key.id(), key.secret().reveal(), token.reveal()))
                .orElseGet(
                        () -> AwsBasicCredentials.create(key.id(), key.secret().reveal()));
    }

    @Test
    void the_key_of_another_day_is_another() {
        QuerySigner signer = new QuerySigner(address("http://127.0.0.1:9000", true), REGION, KEY);
        Instant evening = Instant.parse("2026-11-30T23:59:59Z");

        String before = signer.session(evening, 60).sign("a");
        String after = signer.session(evening.plusSeconds(1), 60).sign("a");

        assertThat(after).contains("X-Amz-Date=20261201T000000Z", "20261201%2Feu-west-1");
        assertThat(signer.session(evening, 60).sign("a")).isEqualTo(before);
        assertThat(new QuerySigner(address("http://127.0.0.1:9000", true), REGION, KEY)
                        .session(evening.plusSeconds(1), 60)
                        .sign("a"))
                .isEqualTo(after);
    }

    /** The best of many rounds, so that whatever else runs on the machine does not count. */
    @Test
    void a_signature_takes_ten_microseconds_at_most() {
        QuerySigner.Session session = new QuerySigner(address("https://s3.eu-west-1.amazonaws.com", false), REGION, KEY)
                .session(Instant.parse("2026-11-30T12:00:00Z"), GOOD.toSeconds());
        long best = Long.MAX_VALUE;
        int round = 200;
        for (int at = 0; at < 200 && best > WANTED_NANOS; at++) {
            long start = System.nanoTime();
            for (int file = 0; file < round; file++) {
                assertThat(session.sign("orders/day=2026-11-30/part-" + file).length())
                        .isPositive();
            }
            best = Math.min(best, (System.nanoTime() - start) / round);
        }
        assertThat(best).as("nanoseconds").isLessThanOrEqualTo(WANTED_NANOS);
    }

    private static BucketAddress address(String endpoint, boolean pathStyle) {
        return new BucketAddress(URI.create(endpoint), "lake", pathStyle);
    }
}
