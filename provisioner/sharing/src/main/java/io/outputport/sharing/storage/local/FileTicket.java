package io.outputport.sharing.storage.local;

import io.outputport.sharing.storage.StoragePath;
import java.time.Instant;
import java.util.UUID;

/** What a signed address says: who may fetch which file, by which right, and until when. */
record FileTicket(String storage, StoragePath path, Instant expires, UUID recipient, UUID share, UUID credential) {}
