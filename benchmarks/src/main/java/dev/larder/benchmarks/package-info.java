/** Runs benchmarks and reports what they measured. */
package dev.larder.benchmarks;
