/** What was read from a user's type, checked and then written out; immutable. */
package dev.larder.processor.model;
