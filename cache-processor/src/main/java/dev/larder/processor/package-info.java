/** Reads Larder's annotations at compile time, checks them and writes decorators. */
package dev.larder.processor;
