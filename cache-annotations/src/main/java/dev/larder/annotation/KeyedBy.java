package dev.larder.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the {@code dev.larder.KeyPart}s that give a type its text in keys.
 *
 * <p>On a type of your own, it names that type's key part. On a service type or a package it names
 * key parts for types that are not yours; the service type is asked before its package, and both
 * before the type itself.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface KeyedBy {
  /**
   * Classes that implement {@code dev.larder.KeyPart} of one type each, visible where the service
   * type is, and with a constructor without parameters.
   */
  Class<?>[] value();
}
