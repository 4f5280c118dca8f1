package io.outputport.sharing.storage.local;

import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.storage.StoragePath;
import java.time.Instant;

/** What a signed address says: who may fetch which file, by which right, and until when. */
record FileTicket(String storage, StoragePath path, Instant expires, Lease.Right right) {}
