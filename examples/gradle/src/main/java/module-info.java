/** A shop that keeps what its database told it. */
module com.acme.shop {
  requires static dev.larder.annotation;
}
