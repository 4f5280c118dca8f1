package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.testing.Leaks;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * After each class of tests: no secret of a service stands in what the class has made the services say. On for every class,
 * by {@code META-INF/services}.
 */
public final class SecretScan implements BeforeAllCallback, AfterAllCallback {
    private static final Leaks LEAKS = Leaks.OF_THIS_RUN;

    private long inMetadataBefore;

    @Override
    public void beforeAll(ExtensionContext context) {
        inMetadataBefore = world(context).map(SecretScan::secretsInMetadata).orElse(0L);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        world(context).ifPresent(world -> {
            world.reportLog();
            reportMetadata(context, world);
        });
        assertThat(LEAKS.take()).as("secrets that came out of services").isEmpty();
    }

    /** Inline, or before it is adopted, a password stands in Hasura's metadata by design. */
    private void reportMetadata(ExtensionContext context, World world) {
        boolean allowed = context.getRequiredTestClass().isAnnotationPresent(SecretsInMetadata.class);
        if (!allowed && secretsInMetadata(world) > inMetadataBefore) {
            LEAKS.hear("metadata", world.engine().metadata().toString());
        }
    }

    private static long secretsInMetadata(World world) {
        return LEAKS.count(world.engine().metadata().toString());
    }

    private static Optional<World> world(ExtensionContext context) {
        return Optional.ofNullable(
                context.getRoot().getStore(Namespace.create(World.class)).get(World.class, World.class));
    }
}
