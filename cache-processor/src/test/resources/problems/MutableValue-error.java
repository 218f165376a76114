//option -Alarder.MutableValue=error
//1 error [MutableValue] bytes(long id) returns byte[], which all callers share while it is cached, but byte[] can be changed; return an immutable type, set localCopy, or suppress this if no caller changes it.
import dev.larder.annotation.*;

interface Users {
  /*1*/@Cached
  byte[] bytes(long id);
}
