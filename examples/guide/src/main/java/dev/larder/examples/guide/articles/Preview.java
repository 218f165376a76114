package dev.larder.examples.guide.articles;

/**
 * The beginning of an article.
 *
 * @param isPartial whether it was not all there yet
 */
public record Preview(String text, boolean isPartial) {}
