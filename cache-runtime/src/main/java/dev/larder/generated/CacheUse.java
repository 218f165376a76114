package dev.larder.generated;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One use of one cache by one method of a decorated type. */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface CacheUse {
  /** {@code read}, {@code put}, {@code evict} or {@code clear}. */
  String operation();

  /** The method, its parameters by their erased types: {@code find(long,java.lang.String)}. */
  String method();

  /** The cache's name. */
  String cache();

  /** The store chain; empty where it is not known at compile time. */
  String chain() default "";

  /** The names of the key's part types, in order. */
  String[] key() default {};

  /** The type of the values as it is written in source; empty where it is not known. */
  String value() default "";

  /** The fingerprint of the type of the values; 0 where it is not known. */
  long fingerprint() default 0;

  /** What the annotations state, such as {@code ttl=300}, sorted. */
  String[] settings() default {};

  /** Whether the cache is one of several of its name, stacked on one method. */
  boolean stacked() default false;
}
