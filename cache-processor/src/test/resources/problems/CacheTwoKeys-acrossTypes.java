//1 error [CacheTwoKeys] Cache "users" is read by (long) in Finder.find(long id), but by (int) in Names.name(int id); give both the same parts, or one of them another name.
import dev.larder.annotation.*;

interface Finder {
  @Cached(name = "users")
  String find(long id);
}

interface Names {
  @Cached(name = "users", include = /*1*/"id")
  String name(int id);
}
