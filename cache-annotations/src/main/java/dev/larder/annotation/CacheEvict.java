package dev.larder.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each time the method's own code has returned, an entry is evicted from a cache, or the cache is
 * cleared. A method that throws evicts nothing, unless {@link #beforeInvocation}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(CacheEvict.List.class)
public @interface CacheEvict {
  /**
   * The store chain. Empty: that of the cache's {@link Cached} methods; all of them, if they are
   * stacked.
   */
  String using() default "";

  /** The cache. Empty: that of {@link CacheDefaults} on the type. */
  String name() default "";

  /**
   * The parts of the key, in order: names of parameters, or paths that start at one or, unless
   * {@link #beforeInvocation}, at {@code "result"}. Empty: all parameters.
   */
  String[] include() default {};

  /** Clears the whole cache. */
  boolean allEntries() default false;

  /** Evicts before the method's own code runs, whether it then returns or throws. */
  boolean beforeInvocation() default false;

  /** Several {@link CacheEvict} on one method. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** In the order in which they take place. */
    CacheEvict[] value();
  }
}
