package io.outputport.sharing.storage.s3;

import io.outputport.foundation.settings.Secret;
import java.util.Optional;

/** What this server shows to the storage. */
record AccessKey(String id, Secret secret, Optional<Secret> session) {}
