//1 error [NameBlank] name of @Cached is blank; write a name, or leave it out.
//2 error [NameBlank] using of @Cached is blank; write a name, or leave it out.
//3 error [NameBlank] A name in include of @CacheEvict is blank; write a name, or leave it out.
//4 error [NameBlank] using of @CacheDefaults is blank; write a name, or leave it out.
//5 error [NameBlank] unless of @Cached is blank; write a name, or leave it out.
import dev.larder.annotation.*;

@CacheDefaults(using = /*4*/" ")
interface Users {
  @Cached(name = /*1*/"  ")
  String one(long id);

  @Cached(using = /*2*/" ", unless = /*5*/" ")
  String two(long id);

  @CacheEvict(name = "users", include = /*3*/"")
  void three(long id);
}
