/**
 * How Snowflake is reached: host, login, keys, the agent of Hasura, and what its driver may log.
 */
@NullMarked
package io.outputport.provisioner.source.snowflake.login;

import org.jspecify.annotations.NullMarked;
