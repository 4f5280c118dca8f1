/**
 * What is wanted of the sharing server, less what is there. START HERE: {@link
 * io.outputport.provisioner.sharing.plan.SharePlans}. Pure.
 */
@NullMarked
package io.outputport.provisioner.sharing.plan;

import org.jspecify.annotations.NullMarked;
