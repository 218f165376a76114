package dev.larder.testkit;

/** The operations of a {@link FakeStore}, as it counts and intercepts them. */
public enum Call {
  /** {@link dev.larder.spi.Store#get}. */
  GET,
  /** {@link dev.larder.spi.Store#put}. */
  PUT,
  /** {@link dev.larder.spi.Store#remove}. */
  REMOVE,
  /** {@link dev.larder.spi.Expiring#read}. */
  READ,
  /** {@link dev.larder.spi.Expiring#touch}. */
  TOUCH,
  /** {@link dev.larder.spi.Leasing#readOrLease}. */
  READ_OR_LEASE,
  /** {@link dev.larder.spi.Leasing#lease}. */
  LEASE,
  /** {@link dev.larder.spi.Leasing#tryLease}. */
  TRY_LEASE,
  /** {@link dev.larder.spi.Leasing.Lease#fill}. */
  FILL,
  /** {@link dev.larder.spi.Leasing.Lease#renew}. */
  RENEW,
  /** {@link dev.larder.spi.Leasing.Lease#release}. */
  RELEASE,
  /** {@link dev.larder.spi.Bulk#readAll}. */
  READ_ALL,
  /** {@link dev.larder.spi.Bulk#putAll}. */
  PUT_ALL,
  /** {@link dev.larder.spi.Bulk#removeAll}. */
  REMOVE_ALL,
  /** {@link dev.larder.spi.Clearing.CacheStore#clear}. */
  CLEAR,
  /** {@link dev.larder.spi.Counting#add}. */
  ADD,
  /** {@link dev.larder.spi.Counting#count}. */
  COUNT,
  /** {@link dev.larder.spi.Counting#reset}. */
  RESET,
  /** {@link dev.larder.spi.Store#ping}. */
  PING,
  /** {@link dev.larder.spi.Comparing#removeIf}. */
  REMOVE_IF,
  /** {@link dev.larder.spi.Scanning#scan}. */
  SCAN,
  /** {@link dev.larder.spi.Messaging#publish}. */
  PUBLISH,
  /** {@link dev.larder.spi.Messaging#lastNumber}. */
  LAST_NUMBER,
  /** {@link dev.larder.spi.Messaging#subscribe}. */
  SUBSCRIBE
}
