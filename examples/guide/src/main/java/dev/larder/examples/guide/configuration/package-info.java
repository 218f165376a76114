/** How a cache manager is configured. */
package dev.larder.examples.guide.configuration;
