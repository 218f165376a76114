//1 error [KeyNoResult] "result.id" starts at the result of find(long id), which is not there yet when the key is made; start at a parameter.
//2 error [KeyNoResult] "result" starts at the result of save(long id), which gives none; start at a parameter.
//3 error [KeyNoResult] "result.id" starts at the result of add(long id), which is not there yet when the key is made; start at a parameter.
import dev.larder.annotation.*;

interface Users {
  record User(long id) {}

  @Cached(include = /*1*/"result.id")
  User find(long id);

  @CacheEvict(name = "users", include = /*2*/"result")
  void save(long id);

  @CacheEvict(name = "users", include = /*3*/"result.id", beforeInvocation = true)
  User add(long id);
}
