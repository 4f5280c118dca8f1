/**
 * Many ports deployed together on a Hasura that already has many tables: this service beside the calls of its
 * predecessor, on the same engine in the same run.
 */
@NullMarked
package io.outputport.benchmark.scale;

import org.jspecify.annotations.NullMarked;
