/** Writes the generated class and its report. The only package that knows JavaPoet. */
package dev.larder.processor.generate;
