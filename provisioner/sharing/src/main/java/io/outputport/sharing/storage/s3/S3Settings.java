package io.outputport.sharing.storage.s3;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.sharing.storage.RootSetting;
import io.outputport.sharing.storage.StoragePath;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A root at S3 as the operator set it. Nothing is taken from files or variables of AWS' own.
 *
 * @param name of the storage
 * @param prefix what the keys of all files begin with; the root of the bucket if empty
 * @param address where this server reaches the bucket
 * @param readers where readers reach it
 * @param timeout for a call, repetitions included
 */
record S3Settings(
        String name,
        StoragePath prefix,
        BucketAddress address,
        BucketAddress readers,
        String region,
        AccessKey key,
        Duration timeout) {
    /** A prefix is one of a path's beginnings, with or without a slash at its end. */
    private static final Pattern ROOT = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Duration USUAL = Duration.ofSeconds(10);

    static S3Settings of(Settings settings, RootSetting root) {
        Matcher form = ROOT.matcher(root.root());
        if (!form.matches()) {
            throw root.wrong("must be s3://<bucket>/<prefix> with the name of a bucket as S3 allows it");
        }
        String bucket = form.group(1);
        String region = region(settings, root);
        Optional<URI> given = settings.baseUrl(root.beside("_ENDPOINT"));
        URI endpoint = given.orElseGet(() -> amazon(region));
        // A certificate for *.host does not hold for names with more dots.
        boolean pathStyle = settings.flag(root.beside("_PATH_STYLE"), given.isPresent() || bucket.contains("."));
        URI readers = settings.baseUrl(root.beside("_PUBLIC_ENDPOINT")).orElse(endpoint);
        return new S3Settings(
                root.name(),
                prefix(root, Optional.ofNullable(form.group(2)).orElse("")),
                new BucketAddress(endpoint, bucket, pathStyle),
                new BucketAddress(readers, bucket, pathStyle),
                region,
                key(settings, root),
                settings.timeout(root.beside("_TIMEOUT"), USUAL));
    }

    private static StoragePath prefix(RootSetting root, String written) {
        Outcome<StoragePath> prefix = StoragePath.parse(written);
        return prefix.<Optional<StoragePath>>match(
                        Optional::of, (after, problem) -> Optional.empty(), problems -> Optional.empty())
                .orElseThrow(() -> root.wrong("has a prefix that is no path of names with single slashes between"));
    }

    private static String region(Settings settings, RootSetting root) {
        String setting = root.beside("_REGION");
        String region = settings.required(setting);
        if (!REGION.matcher(region).matches()) {
            throw new SettingsException(
                    setting + " is \"" + region + "\", but must be the name of a region, such as eu-west-1.");
        }
        return region;
    }

    private static URI amazon(String region) {
        return URI.create("https://" + S3Client.serviceMetadata().endpointFor(Region.of(region)));
    }

    private static AccessKey key(Settings settings, RootSetting root) {
        Secret id = settings.requiredHeaderSecret(root.beside("_ACCESS_KEY_ID"));
        Secret secret = settings.requiredSecret(root.beside("_SECRET_ACCESS_KEY"));
        return new AccessKey(id.reveal(), secret, settings.headerSecret(root.beside("_SESSION_TOKEN")));
    }
}
