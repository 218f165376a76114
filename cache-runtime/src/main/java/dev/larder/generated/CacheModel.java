package dev.larder.generated;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a generated decorator: which caches its type uses, and how. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CacheModel {
  /** The decorated type. */
  Class<?> type();

  /** Its uses of caches, in the order of its methods. */
  CacheUse[] uses() default {};
}
