/**
 * The annotations that users of Larder write; read at compile time, needed by nothing at run time.
 */
module dev.larder.annotation {
  exports dev.larder.annotation;
}
