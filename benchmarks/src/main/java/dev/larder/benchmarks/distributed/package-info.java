/** The distributed tier beside the raw clients of its stores. */
package dev.larder.benchmarks.distributed;
