package dev.larder.memcached;

import com.spotify.folsom.GetResult;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request saw of a key: its item, then its cache's marker, and where it was asked for the
 * lease beside the value. The item comes first, so that one that does not match the marker is
 * certainly older than it.
 */
final class Sight {
  private final Place place;
  private final @Nullable GetResult<byte[]> item;
  private final @Nullable GetResult<byte[]> marker;
  private final @Nullable GetResult<byte[]> leaseItem;

  /** Of the item, the marker, and the lease beside the value if it was asked for. */
  Sight(Place place, List<GetResult<byte[]>> results) {
    this.place = place;
    this.item = results.get(0);
    this.marker = results.get(1);
    this.leaseItem = results.size() > 2 ? results.get(2) : null;
  }

  @Nullable GetResult<byte[]> marker() {
    return marker;
  }

  /** Whether there is no item at all. */
  boolean isEmpty() {
    return item == null;
  }

  /** The version of the item, or zero if there is none. */
  long version() {
    return item == null ? 0 : item.getCas();
  }

  /** The version of what is under the lease key, or zero if there is nothing. */
  long leaseVersion() {
    return leaseItem == null ? 0 : leaseItem.getCas();
  }

  private long stamp() {
    return Generations.number(marker);
  }

  private ServerClock clock() {
    return place.node().clock();
  }

  /** The value, if there is one that counts. */
  @Nullable Stored value() {
    Frame frame = item == null || stamp() == Generations.NONE ? null : Frame.of(item.getValue());
    if (item == null || frame == null || frame.stamp() != stamp()) {
      return null;
    }
    boolean counts = frame.topology() >= place.since() && !clock().isOver(frame.end());
    return counts ? new Stored(payload(item.getValue()), clock().rest(frame.end())) : null;
  }

  private static byte[] payload(byte[] bytes) {
    return Arrays.copyOfRange(bytes, Frame.LENGTH, bytes.length);
  }

  /** The lease that stands in the place of a value. */
  @Nullable LeaseMark lease() {
    LeaseMark mark = item == null ? null : LeaseMark.of(item.getValue());
    return mark == null || mark.version() != 0 ? null : standing(mark);
  }

  /** The lease that stands beside the value that was seen. */
  @Nullable LeaseMark leaseBeside() {
    LeaseMark mark = leaseItem == null ? null : LeaseMark.of(leaseItem.getValue());
    return mark == null || mark.version() != version() ? null : standing(mark);
  }

  private @Nullable LeaseMark standing(LeaseMark mark) {
    return mark.stamp() == stamp() && !clock().isOver(mark.end()) ? mark : null;
  }

  /** What is left of a lease; zero if that is not known. */
  Duration rest(LeaseMark mark) {
    Duration rest = clock().rest(mark.end());
    return rest == null ? Duration.ZERO : rest;
  }
}
