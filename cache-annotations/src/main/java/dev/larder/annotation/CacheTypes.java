package dev.larder.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the classes that values of an open type are of: {@code Object}, a type variable, an
 * interface that is not sealed, an abstract class. A store keeps values of a closed set of classes
 * alone, and makes no object of any other.
 *
 * <p>On a method, a service type or a package, it names them for all open types that the values
 * reach, each of which takes those that are its subtypes; on an open type of your own, for that
 * type. The method is asked first, then the service type, its package, and the open type itself.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE})
public @interface CacheTypes {
  /** Classes that are neither open nor inner. A sealed type stands for those that it permits. */
  Class<?>[] value();
}
