import { isNameless } from './who-acts.ts';

/** Who has ever held a role that approves users and roles: nobody, the approver and nobody else, or others too. */
export type ApproversEver = 'none' | 'one' | 'several';

export interface Approval {
  /** Who made it: "person:3f9c", "cli:anna", "wardroom". */
  author: string;
  /** Who changed it last. */
  changedBy: string;
  /** Who would approve. */
  approver: string;
  approversEver: ApproversEver;
}

export type MayApprove = { kind: 'second person' } | { kind: 'alone' } | { kind: 'refused'; because: string };

/**
 * Whether somebody may approve what was proposed: somebody else than its author and than who changed it last. Alone only
 * where nobody else could, and whoever made it without a name at the command line counts as the one who approves: Wardroom
 * itself; a person while nobody but them has ever been able to approve; the command line, by an operator who names nobody,
 * while no person has. Whether their role allows it is asked elsewhere.
 */
export function whoMayApprove({ author, changedBy, approver, approversEver }: Approval): MayApprove {
  if (isNameless(approver) && approversEver !== 'none')
    return {
      kind: 'refused',
      because: 'The command line approves nothing by itself: name the person who approves with --as.',
    };
  if (approver === 'wardroom')
    return author === approver && changedBy === approver
      ? { kind: 'alone' }
      : { kind: 'refused', because: 'Wardroom itself approves nothing that people made: sign in to approve it.' };
  const byNobodyNamed = isNameless(author) || isNameless(changedBy);
  if (approver !== author && approver !== changedBy && !byNobodyNamed) return { kind: 'second person' };
  if (approversEver !== 'several') return { kind: 'alone' };
  return {
    kind: 'refused',
    because: byNobodyNamed
      ? 'It was made at the command line without a name, perhaps by you: have it proposed again with --as.'
      : approver === author
        ? 'You proposed this yourself: ask somebody else to approve it.'
        : 'You changed this last: ask somebody else to approve it.',
  };
}
