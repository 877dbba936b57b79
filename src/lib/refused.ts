/** What stands in the way of a change: the field of a form it is about, null for none, and one sentence that says what to do. */
export interface Problem {
  field: string | null;
  sentence: string;
}

/** What was asked for is not done: nothing of it was written, and each problem stands beside its field. */
export class Refused extends Error {
  override name = 'Refused';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ sentence }) => sentence).join(' '));
    this.problems = problems;
  }
}

/** Refuses where anything stands in the way. @throws Refused */
export function refuseIf(problems: readonly (Problem | null)[]): void {
  const found = problems.filter((problem) => problem !== null);
  if (found.length > 0) throw new Refused(found);
}
