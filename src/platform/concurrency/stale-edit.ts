import { Conflict } from '../web/named-errors.ts';

/**
 * Somebody saved, or removed, the record while somebody else was editing it. The page that catches this sets what was
 * typed beside what is stored (compareEdits of lib/editing, EditComparison of ui); where none does, the web layer
 * answers 409 with the sentence.
 */
export class StaleEdit<Stored = unknown> extends Conflict {
  override name = 'StaleEdit';
  /** The record as it is now; null when it was removed, or moved to where the editor may not look. */
  readonly stored: Stored | null;
  /** The version that the editor saw. */
  readonly version: number;

  constructor(stored: Stored | null, version: number) {
    super(
      stored === null
        ? 'This record was removed while you were editing it: copy what you entered if you still need it.'
        : 'Somebody saved this record while you were editing it: compare what you entered with what is stored.',
    );
    this.stored = stored;
    this.version = version;
  }
}
