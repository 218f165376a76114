//option -Alarder.MutableValue=off
import dev.larder.annotation.*;

interface Users {
  @Cached
  byte[] bytes(long id);
}
