//1 error [SettingTwice] Cache "users" has ttl = 60 in one(long id), but ttl = 90 in two(long id); state it once, or the same in both.
//2 error [SettingTwice] Cache "users" has jitter = 0.5 in two(long id), but jitter = 0.1 in three(long id); state it once, or the same in both.
import dev.larder.annotation.*;

interface Users {
  @Cached(name = "users", ttl = 60)
  String one(long id);

  @Cached(name = "users", ttl = /*1*/90, jitter = 0.5)
  String two(long id);

  @Cached(name = "users", jitter = /*2*/0.1)
  String three(long id);

  @Cached(name = "users", ttl = 60)
  String four(long id);
}
