/** What clearing a large cache costs those who share its server. */
package dev.larder.benchmarks.clear;
