/**
 * The Helm chart: rendered by the real Helm, each object read strictly as the Kubernetes API's type, the schema and the
 * documentation of the values held to the values themselves.
 */
@NullMarked
package io.outputport.delivery.chart;

import org.jspecify.annotations.NullMarked;
