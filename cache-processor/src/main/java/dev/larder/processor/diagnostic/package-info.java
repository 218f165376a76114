/** What the processor has to say to people, and the one place that says it. */
package dev.larder.processor.diagnostic;
