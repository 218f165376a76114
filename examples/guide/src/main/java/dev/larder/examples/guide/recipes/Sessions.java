package dev.larder.examples.guide.recipes;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Sessions that end when nobody has used them for a while. */
public final class Sessions {
  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Session> sessions;
  private final Duration idle;

  /**
   * Sessions of the chain {@code shared}, which has no local tier.
   *
   * @param idle after which they end
   */
  // region open
  public Sessions(CacheManager caches, Duration idle) {
    this.idle = idle;
    this.sessions =
        caches.cache(
            CacheSpec.of(
                    "shared",
                    "sessions",
                    KeyShape.single(PartTypes.STRING),
                    ValueType.of(Session.class))
                .ttl(idle)
                .jitter(0));
  }

  // endregion

  /** Begins a session; gives its identifier, which is a secret. */
  // region sessions
  public String logIn(String user) {
    byte[] secret = new byte[16];
    random.nextBytes(secret);
    String id = HexFormat.of().formatHex(secret);
    sessions.put(id, new Session(user, Instant.now()));
    return id;
  }

  /** The session, which lives on from now; empty if it has ended. */
  public Optional<Session> use(String id) {
    Session session = sessions.get(id);
    return session != null && sessions.touch(id, idle) ? Optional.of(session) : Optional.empty();
  }

  /** Ends a session. */
  public void logOut(String id) {
    sessions.evict(id);
  }
  // endregion
}
