/** What users write on their types and methods. Retained in class files, never read at run time. */
package dev.larder.annotation;
