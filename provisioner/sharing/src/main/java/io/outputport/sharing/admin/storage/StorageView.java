package io.outputport.sharing.admin.storage;

import io.micronaut.serde.annotation.Serdeable;

/** A storage that the operator has named; where it is stays with the operator. */
@Serdeable
record StorageView(String name) {}
