//1 error [KeyUnknownParameter] No parameter of find(long userId) is named "usrId". Did you mean "userId"?
//2 error [KeyUnknownParameter] No parameter of load(long id, String region) is named "name". There is: id, region.
//3 error [KeyUnknownParameter] No parameter of drop(long id) is named "idd". Did you mean "id"?
import dev.larder.annotation.*;

interface Users {
  record User(long id) {}

  @Cached(name = "users", include = /*1*/"usrId")
  User find(long userId);

  @Cached(name = "regions", include = {"id", /*2*/"name"})
  User load(long id, String region);

  @CacheEvict(name = "users", include = "id")
  @CacheEvict(name = "users", include = /*3*/"idd")
  void drop(long id);
}
