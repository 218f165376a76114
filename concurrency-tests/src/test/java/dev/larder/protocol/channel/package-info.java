/**
 * A model of how a process knows that it has heard everything: numbered messages, looks, and a
 * local tier that is trusted as of a moment. Small numbers, every order of steps.
 */
package dev.larder.protocol.channel;
