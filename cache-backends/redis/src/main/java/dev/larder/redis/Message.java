package dev.larder.redis;

/**
 * What is said to those who listen to a channel.
 *
 * @param numbers the key where the channel's messages are counted
 */
@SuppressWarnings("ArrayRecordComponent") // is sent, and never compared
record Message(String numbers, byte[] channel, byte[] bytes) {}
