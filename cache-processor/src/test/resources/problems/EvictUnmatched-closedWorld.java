//option -Alarder.closedWorld
//1 error [EvictUnmatched] clear() evicts from cache "orders", which no method of this compilation reads; correct the name, or suppress this if another module reads it.
import dev.larder.annotation.*;

interface Writers {
  @CacheEvict(name = /*1*/"orders", allEntries = true)
  void clear();
}
