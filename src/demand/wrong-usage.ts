/** What was asked cannot be answered as asked; the message is one sentence that says what to write instead. */
export class WrongUsage extends Error {
  override name = 'WrongUsage';
}
