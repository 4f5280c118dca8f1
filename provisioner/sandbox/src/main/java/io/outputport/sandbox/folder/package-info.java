/**
 * What one run of the sandbox keeps on disk, and the tidying up after a run that was killed: its folder is deleted
 * and the database server that outlived it is stopped, so that the next start finds its port free.
 */
@NullMarked
package io.outputport.sandbox.folder;

import org.jspecify.annotations.NullMarked;
