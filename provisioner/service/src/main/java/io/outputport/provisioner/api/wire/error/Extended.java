package io.outputport.provisioner.api.wire.error;

/**
 * A body with fields that the Tech Adapter API does not name. Clients made from its document may refuse such fields, so
 * only a caller who asks for them gets them.
 */
public interface Extended {
    /** The same body with the fields of the Tech Adapter API only. */
    Object plain();
}
