/** What a hit in the local tier costs, generated and hand-written. */
package dev.larder.benchmarks.hits;
