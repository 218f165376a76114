package dev.larder.examples.guide.articles;

/** What is to be read. */
public record Article(long id, String title) {}
