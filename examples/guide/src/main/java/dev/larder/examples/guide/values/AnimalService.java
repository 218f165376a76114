package dev.larder.examples.guide.values;

import dev.larder.annotation.CacheTypes;
import dev.larder.annotation.Cached;
import java.util.List;

/** Knows who keeps which animals. */
public interface AnimalService {
  // region open
  @Cached
  @CacheTypes({Dog.class, Cat.class})
  List<Animal> animals(long owner);

  // endregion

  /** How heavy each was, day by day; each caller has an array of his own. */
  // region copy
  @Cached(localCopy = true)
  double[] weights(long animal);
  // endregion
}
