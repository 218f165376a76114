package dev.larder.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each time the method's own code has returned, a value is put into a cache. A method that throws
 * puts nothing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(CachePut.List.class)
public @interface CachePut {
  /** The store chain. Empty: that of the cache's {@link Cached} methods. */
  String using() default "";

  /** The cache. Empty: that of {@link CacheDefaults} on the type. */
  String name() default "";

  /**
   * The parts of the key, in order: names of parameters, or paths that start at one or at {@code
   * "result"}. Empty: all parameters (but the one that is the {@link #value}).
   */
  String[] include() default {};

  /**
   * The value: the name of a parameter, or a path that starts at one or at {@code "result"}. Empty:
   * the result.
   */
  String value() default "";

  /** Several {@link CachePut} on one method. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** In the order in which they take place. */
    CachePut[] value();
  }
}
