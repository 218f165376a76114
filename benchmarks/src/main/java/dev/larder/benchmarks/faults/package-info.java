/** What callers see of a store's faults. */
package dev.larder.benchmarks.faults;
