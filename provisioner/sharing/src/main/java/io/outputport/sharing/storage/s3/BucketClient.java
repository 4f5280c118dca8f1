package io.outputport.sharing.storage.s3;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.Lazy;

/**
 * The SDK's client of one bucket, made when it is first needed: loading it takes a second. It follows no redirect, neither of
 * HTTP nor to the bucket's region, and looks for nothing in files of AWS' own.
 */
final class BucketClient implements AutoCloseable {
    /** So many tries must fit into a call. */
    private static final int TRIES = 3;

    private final Lazy<S3Client> client;
    private final AtomicBoolean isMade = new AtomicBoolean();

    BucketClient(S3Settings settings) {
        this.client = new Lazy<>(() -> {
            isMade.set(true);
            return made(settings);
        });
    }

    S3Client open() {
        return client.getValue();
    }

    private static S3Client made(S3Settings settings) {
        Duration attempt = settings.timeout().dividedBy(TRIES);
        return S3Client.builder()
                .region(Region.of(settings.region()))
                .endpointOverride(settings.address().endpoint())
                .forcePathStyle(settings.address().pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(credentials(settings.key())))
                // Of a part of a file there is no checksum.
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(attempt)
                        .socketTimeout(attempt)
                        .build())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .apiCallAttemptTimeout(attempt)
                        .apiCallTimeout(settings.timeout())
                        .retryStrategy(retries -> retries.maxAttempts(TRIES))
                        .build())
                .build();
    }

    private static AwsCredentials credentials(AccessKey key) {
        return key.session()
                .<AwsCredentials>map(token ->
                        AwsSessionCredentials.create(key.id(), key.secret().reveal(), token.reveal()))
                .orElseGet(
                        () -> AwsBasicCredentials.create(key.id(), key.secret().reveal()));
    }

    @Override
    public void close() {
        if (isMade.get()) {
            client.getValue().close();
        }
    }
}
