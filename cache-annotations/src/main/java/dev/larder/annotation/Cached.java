package dev.larder.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method's result is kept in a cache, and a later call with the same key is answered from there
 * without running the method.
 *
 * <p>Repeated on one method, the caches are stacked: the first is asked first and is filled from
 * the second, and so on, down to the method.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Cached.List.class)
public @interface Cached {
  /**
   * The store chain. Empty: that of {@link CacheDefaults} on the type, and if there is none, {@code
   * "default"}.
   */
  String using() default "";

  /**
   * The cache. Empty: that of {@link CacheDefaults}, and if there is none, the full name of the
   * type, a dot and the name of the method; overloads must be named.
   */
  String name() default "";

  /**
   * The parts of the key, in order: names of parameters, or paths that start at one, such as {@code
   * "user.id"}. A {@code null} on the way is a {@code null} part. Empty: all parameters.
   */
  String[] include() default {};

  /**
   * Time to live in seconds, in every tier; 0: never expires. -1: that of {@link CacheDefaults},
   * then of the chain.
   */
  long ttl() default -1;

  /**
   * Time to live in the local tier, in seconds, at most {@link #ttl}; 0: as long as {@link #ttl}.
   * -1: that of the chain.
   */
  long localTtl() default -1;

  /**
   * How long a null or empty result is kept, in seconds; 0: not kept. -1: that of the chain (0).
   */
  long nullTtl() default -1;

  /**
   * The largest share, from 0 to 1, by which each time to live is shortened at random, so that
   * entries filled together do not expire together. -1: that of the chain (0).
   */
  double jitter() default -1;

  /**
   * The age in seconds from which on a hit starts a load in the background, below {@link #ttl}; the
   * hit returns at once. The method runs on a thread of the cache manager then, and sees no thread
   * locals of its caller. 0: no hit does. -1: that of the chain (0).
   */
  long refreshAfter() default -1;

  /**
   * For how many seconds past its {@link #ttl} the old result is given when the method throws an
   * exception. 0: not at all. -1: that of the chain (0).
   */
  long staleTtl() default -1;

  /**
   * A boolean method of the type that is asked before the cache is: its parameters are named as
   * those of this method that it wants. When it gives {@code false}, this call runs the method and
   * neither reads nor fills the cache. Empty: always cached.
   */
  String condition() default "";

  /**
   * A boolean method of the type whose one parameter takes the method's result. A result for which
   * it gives {@code true} is returned but not kept. It is not asked about {@code null}. Empty:
   * every result is kept.
   */
  String unless() default "";

  /**
   * Whether each caller is given a deep copy of what the local tier holds, so that what one changes
   * no other sees. A copy costs as much as writing the value and reading it back; of values that
   * nobody can change none is made.
   */
  boolean localCopy() default false;

  /** Several {@link Cached} on one method. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** In the order in which they are asked. */
    Cached[] value();
  }
}
