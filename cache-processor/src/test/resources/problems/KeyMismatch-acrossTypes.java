//1 error [KeyMismatch] Saver.drop(long id, String region) reaches cache "users" by (long, String), but Finder.find(long id) reads it by (long); give both the same parts in the same order, or set allEntries = true.
import dev.larder.annotation.*;

interface Finder {
  @Cached(name = "users")
  String find(long id);
}

interface Saver {
  /*1*/@CacheEvict(name = "users")
  void drop(long id, String region);
}

interface Keeper {
  @CacheEvict(name = "users", include = "id")
  void keep(long id, String region);
}
