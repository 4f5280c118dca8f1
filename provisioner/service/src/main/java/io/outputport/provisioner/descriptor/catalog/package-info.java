/**
 * Components as the platform's catalogue keeps them before they become part of a descriptor ({@code catalog-info.yaml}).
 * Pure.
 */
@NullMarked
package io.outputport.provisioner.descriptor.catalog;

import org.jspecify.annotations.NullMarked;
