/** What a validation found, as people, scripts and pipelines want to read it. Knows problems, and nothing of where they come from. */
@NullMarked
package io.outputport.provisioner.cli.report;

import org.jspecify.annotations.NullMarked;
