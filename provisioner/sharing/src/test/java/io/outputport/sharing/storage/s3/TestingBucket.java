package io.outputport.sharing.storage.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A bucket {@code lake} over a folder, at a server that checks signatures as S3 does. */
public final class TestingBucket implements AutoCloseable {
    static final String KEY_ID = "AKIDEXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private final Path folder;
    private final S3Proxy proxy;

    private TestingBucket(Path folder, S3Proxy proxy) {
        this.folder = folder;
        this.proxy = proxy;
    }

    public static TestingBucket over(Path store) {
        try {
            Path folder = Files.createDirectories(store.resolve("lake"));
            S3Proxy proxy = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(store.toString()))
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V4, KEY_ID, SECRET)
                    .stopTimeout(0)
                    .build();
            proxy.start();
            return new TestingBucket(folder, proxy);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What lies in it. */
    public Path folder() {
        return folder;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /** The settings of a storage {@code lake} below a prefix. */
    public Map<String, String> settings(String prefix) {
        return settings(endpoint(), prefix);
    }

    public static Map<String, String> settings(URI endpoint, String prefix) {
        return new HashMap<>(Map.of(
                "SHARING_STORAGE_LAKE",
                "s3://lake" + (prefix.isEmpty() ? "" : "/" + prefix),
                "SHARING_STORAGE_LAKE_ENDPOINT",
                endpoint.toString(),
                "SHARING_STORAGE_LAKE_REGION",
                "eu-west-1",
                "SHARING_STORAGE_LAKE_ACCESS_KEY_ID",
                KEY_ID,
                "SHARING_STORAGE_LAKE_SECRET_ACCESS_KEY",
                SECRET));
    }

    public Path write(String key, byte[] content) throws IOException {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
