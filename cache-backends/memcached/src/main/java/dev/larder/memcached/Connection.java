package dev.larder.memcached;

import com.spotify.folsom.AbstractRawMemcacheClient;
import com.spotify.folsom.MemcacheAuthenticationException;
import com.spotify.folsom.RawMemcacheClient;
import com.spotify.folsom.client.NotConnectedClient;
import com.spotify.folsom.client.Request;
import com.spotify.folsom.ketama.AddressAndClient;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a server, made anew whenever it is lost, until it is shut down. Each try has an
 * end, and the next begins whatever that was: also where the server refused us, for it may be
 * corrected.
 */
final class Connection extends AbstractRawMemcacheClient {
  private static final Logger LOG = LoggerFactory.getLogger(MemcachedStore.class);

  private final Dialer dialer;
  private final IntToLongFunction backOffMillis;
  private final ScheduledExecutorService executor;
  private final ConnectionNews news;
  private volatile RawMemcacheClient client = NotConnectedClient.INSTANCE;
  private volatile @Nullable Throwable refusal;
  private volatile boolean isShut;

  /** One try begins after the other has ended: no two threads are here at once. */
  private int failures;

  /**
   * A connection that is not made yet.
   *
   * @param backOffMillis how long to wait after so many failures
   * @param executor where tries are begun, which may take the time of a look-up of a name
   */
  Connection(
      Dialer dialer,
      IntToLongFunction backOffMillis,
      ScheduledExecutorService executor,
      ConnectionNews news) {
    this.dialer = dialer;
    this.backOffMillis = backOffMillis;
    this.executor = executor;
    this.news = news;
  }

  /** Begins to connect. */
  void open() {
    later(0);
  }

  private void later(long millis) {
    try {
      Future<?> unused = executor.schedule(this::dial, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.trace("The store was closed", e);
    }
  }

  private void dial() {
    if (isShut) {
      return;
    }
    try {
      CompletionStage<RawMemcacheClient> dialed = dialer.dial();
      dialed.whenComplete(this::ended);
    } catch (Throwable e) {
      // An error, too, is no reason to leave the server alone for ever.
      failed(e);
    }
  }

  private void ended(@Nullable RawMemcacheClient made, @Nullable Throwable failure) {
    if (made != null) {
      made(made);
    } else if (failure != null) {
      failed(failure);
    }
  }

  private void failed(Throwable failure) {
    if (isShut) {
      return;
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    refusal = cause instanceof MemcacheAuthenticationException ? cause : null;
    later(backOffMillis.applyAsLong(failures++));
    news.failed(cause == null ? failure : cause);
    notifyConnectionChange();
  }

  private void made(RawMemcacheClient made) {
    failures = 0;
    refusal = null;
    client = made;
    if (isShut) {
      // Whoever shut this down saw the one before.
      made.shutdown();
    }
    made.disconnectFuture().thenRun(this::lost);
    news.connected();
    notifyConnectionChange();
  }

  private void lost() {
    later(0);
    news.lost();
    notifyConnectionChange();
  }

  @Override
  public <T> CompletionStage<T> send(Request<T> request) {
    return client.send(request);
  }

  @Override
  public void shutdown() {
    isShut = true;
    client.shutdown();
    notifyConnectionChange();
  }

  @Override
  public boolean isConnected() {
    return client.isConnected();
  }

  /** Why the server does not let us in, as far as is known. */
  @Override
  @SuppressWarnings("NullAway") // null where there is none, as Folsom wants it
  public Throwable getConnectionFailure() {
    return refusal;
  }

  @Override
  public int numTotalConnections() {
    return client.numTotalConnections();
  }

  @Override
  public int numActiveConnections() {
    return client.numActiveConnections();
  }

  @Override
  public int numPendingRequests() {
    return client.numPendingRequests();
  }

  @Override
  public Stream<AddressAndClient> streamNodes() {
    return client.streamNodes();
  }

  @Override
  public String toString() {
    return "Connection(" + client + ")";
  }
}
