package io.outputport.sharing.recipient;

import java.util.UUID;

/** Whether what somebody was known by still counts: an address that was handed out ends with it. */
public interface Credentials {
    boolean isLive(UUID credential);
}
