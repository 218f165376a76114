//1 error [ResultCloseable] rows(long id) returns java.sql.ResultSet, which one caller closes for all; return what is read from it.
//2 error [ResultCloseable] open() returns java.util.Map<java.lang.String, Session>, holding Session, which one caller closes for all; return what is read from it.
import dev.larder.annotation.*;
import java.util.Map;

interface Database {
  /*1*/@Cached
  java.sql.ResultSet rows(long id);

  /*2*/@Cached
  Map<String, Session> open();
}

interface Session extends AutoCloseable {}
