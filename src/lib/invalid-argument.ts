/** A caller's mistake, such as lists of different lengths; never an outcome of the data. */
export class InvalidArgument extends Error {
  override name = 'InvalidArgument';
}
