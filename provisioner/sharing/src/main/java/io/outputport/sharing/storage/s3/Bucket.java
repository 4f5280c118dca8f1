package io.outputport.sharing.storage.s3;

import io.outputport.sharing.storage.FolderTooLarge;
import io.outputport.sharing.storage.UnusableRoot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Calls to a bucket, each bounded in time and size. */
final class Bucket implements AutoCloseable {
    /** The log of a table that was committed to once a minute for four months, without a clean-up. */
    private static final int MOST_FILES = 200_000;

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes \\d{1,18}-\\d{1,18}/(\\d{1,18})");

    private final String bucket;
    private final BucketClient client;
    private final StorageTrouble trouble;

    Bucket(S3Settings settings) {
        this.bucket = settings.address().bucket();
        this.client = new BucketClient(settings);
        this.trouble = new StorageTrouble(settings.name());
    }

    /** @param name the last part of its key */
    record ListedObject(String name, long size, long modified) {}

    /** Bytes of one content of an object. */
    record ReadRange(byte[] bytes, ObjectContent content) {}

    /** What an object holds until somebody writes it anew. Not every storage makes tags. */
    record ObjectContent(long size, Optional<String> tag, Optional<Instant> modified) {
        static final ObjectContent EMPTY = new ObjectContent(0, Optional.empty(), Optional.empty());
    }

    /** @param before what the keys begin with: empty, or a slash at its end */
    List<ListedObject> list(String before, String from) throws IOException {
        List<ListedObject> entries = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            // The service gives what comes after a name, without the name itself.
            ListObjectsV2Request request = ListObjectsV2Request.builder()
                    .bucket(bucket)
                    .prefix(before)
                    .delimiter("/")
                    .startAfter(from.isEmpty() ? null : before + from.substring(0, from.length() - 1))
                    .continuationToken(next.orElse(null))
                    .build();
            ListObjectsV2Response page = called(before, s3 -> s3.listObjectsV2(request));
            page.contents().stream()
                    .map(object -> entry(object, before))
                    .filter(entry -> !entry.name().isEmpty() && entry.name().compareTo(from) >= 0)
                    .forEach(entries::add);
            if (entries.size() > MOST_FILES) {
                throw new FolderTooLarge(MOST_FILES);
            }
            next = Optional.ofNullable(page.nextContinuationToken());
        } while (next.isPresent());
        return entries;
    }

    private static ListedObject entry(S3Object object, String before) {
        return new ListedObject(object.key().substring(before.length()), object.size(), millis(object.lastModified()));
    }

    private static long millis(Instant modified) {
        return modified.toEpochMilli();
    }

    boolean holdsAny(String before) throws IOException {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(before)
                .maxKeys(1)
                .build();
        return !called(before, s3 -> s3.listObjectsV2(request)).contents().isEmpty();
    }

    ListedObject find(String key) throws IOException {
        HeadObjectResponse found = called(
                key, s3 -> s3.headObject(request -> request.bucket(bucket).key(key)));
        return new ListedObject(key, found.contentLength(), millis(found.lastModified()));
    }

    /** At most {@code length} bytes; none where the object has none, or does not reach so far. */
    ReadRange read(String key, long from, int length) throws IOException {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .range("bytes=" + from + "-" + (from + length - 1))
                .build();
        try {
            return called(key, s3 -> s3.getObject(request, (response, stream) -> part(response, stream, length)));
        } catch (StorageTrouble.NoSuchRange empty) {
            return new ReadRange(new byte[0], ObjectContent.EMPTY);
        }
    }

    private static ReadRange part(GetObjectResponse response, InputStream stream, int length) throws IOException {
        Matcher range = CONTENT_RANGE.matcher(
                Optional.ofNullable(response.contentRange()).orElse(""));
        if (!range.matches()) {
            throw new UncheckedIOException(new UnusableRoot("its storage does not hand out parts of files"));
        }
        byte[] bytes = stream.readNBytes(length);
        if (bytes.length < response.contentLength()) {
            throw new IOException("the storage broke off");
        }
        ObjectContent content = new ObjectContent(
                Long.parseLong(range.group(1)),
                Optional.ofNullable(response.eTag()),
                Optional.ofNullable(response.lastModified()));
        return new ReadRange(bytes, content);
    }

    private <T> T called(String place, StorageCall<T> call) throws IOException {
        try {
            return call.on(client.open());
        } catch (SdkException failed) {
            throw trouble.of(failed, place);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** A call of the SDK. */
    @FunctionalInterface
    private interface StorageCall<T> {
        T on(S3Client client);
    }

    @Override
    public void close() {
        client.close();
    }
}
