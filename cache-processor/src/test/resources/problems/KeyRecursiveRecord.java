//1 error [KeyRecursiveRecord] The record Nodes.Node contains itself, so its parts have no end; name the parts by include.
import dev.larder.annotation.*;

interface Nodes {
  record Node(int id, Node next) {}

  /*1*/@Cached
  String label(Node node);
}
