/** A command or its options cannot be carried out as they are written. One sentence that says what to do. */
export class WrongUsage extends Error {
  override name = 'WrongUsage';
}
