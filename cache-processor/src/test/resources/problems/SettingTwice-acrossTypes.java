//1 error [SettingTwice] Cache "users" has ttl = 60 in Finder.find(long id), but ttl = 90 in Names.name(long id); state it once, or the same in both.
import dev.larder.annotation.*;

interface Finder {
  @Cached(name = "users", ttl = 60)
  String find(long id);
}

interface Names {
  @Cached(name = "users", ttl = /*1*/90)
  String name(long id);
}
