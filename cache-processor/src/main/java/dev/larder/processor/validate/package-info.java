/** What is checked of the models that were read: a visible, ordered list of small rules. */
package dev.larder.processor.validate;
