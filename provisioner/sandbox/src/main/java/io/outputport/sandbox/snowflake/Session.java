package io.outputport.sandbox.snowflake;

import io.outputport.sandbox.snowflake.result.ResultFormat;
import java.util.Optional;

/** Who is logged in, and with which defaults; names are exact. */
record Session(Optional<String> warehouse, Optional<String> database, Optional<String> schema, ResultFormat format) {}
