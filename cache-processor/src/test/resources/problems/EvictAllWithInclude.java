//1 error [EvictAllWithInclude] allEntries clears cache "users" whatever include says; keep one of them.
import dev.larder.annotation.*;

interface Users {
  @CacheEvict(name = "users", allEntries = true, include = /*1*/"id")
  void drop(long id);
}
