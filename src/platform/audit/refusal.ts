/** What was asked of the audit cannot be done; the message is one sentence that says what to do. */
export class Refusal extends Error {
  override name = 'Refusal';
}
