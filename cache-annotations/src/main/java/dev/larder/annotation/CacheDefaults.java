package dev.larder.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the caching annotations of a type's methods leave unsaid. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CacheDefaults {
  /** The store chain; empty: not set. */
  String using() default "";

  /** The cache; empty: not set. */
  String name() default "";

  /** Time to live in seconds; 0: never expires; -1: not set. */
  long ttl() default -1;
}
