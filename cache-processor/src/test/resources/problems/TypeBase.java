//1 note [TypeBase] Finder gets no class of its own, since a key (id) is of its type variable I; put @CacheDefaults on each subtype that says what I is.
//2 note [TypeBase] Finder gets no class of its own, since a key (ids) is of its type variable I; put @CacheDefaults on each subtype that says what I is.
import dev.larder.annotation.*;
import java.util.*;

interface Finder<T, I> {
  /*1*/@Cached
  T find(I id);

  /*2*/@Cached
  int count(List<I> ids);
}

@CacheDefaults
interface Names extends Finder<String, Long> {}
