/**
 * The role mapper: which role owns which root fields, and who has the role. Its contract is the OpenAPI document of
 * Witboost's Hasura role mapping service; it has no way to read back fields, users or groups.
 */
@NullMarked
package io.outputport.provisioner.hasura.rolemapper;

import org.jspecify.annotations.NullMarked;
