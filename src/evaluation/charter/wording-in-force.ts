import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { CharterShown } from '../model.ts';
import type { KeptCharter, Wording } from './model.ts';
import { sayChanges } from './say-changes.ts';

/** Organisations that have yet to sign a wording. */
export function missingSignatures(
  { signatures }: Pick<KeptCharter, 'signatures'>,
  { charter, number }: Wording,
): string[] {
  const signed = new Set(
    signatures.filter(({ wording }) => wording === number).map(({ organisation }) => organisation),
  );
  return charter.signatories.map(({ organisation }) => organisation).filter((name) => !signed.has(name));
}

/**
 * The wording that holds: of a retrospective charter the last, of any other the last that every signatory signed. An
 * amendment that waits for a signature changes nothing yet.
 * @returns null while no wording was signed by all
 */
export function wordingInForce(kept: Pick<KeptCharter, 'kind' | 'wordings' | 'signatures'>): Wording | null {
  if (kept.kind === 'retrospective') return kept.wordings.at(-1) ?? null;
  return kept.wordings.findLast((wording) => missingSignatures(kept, wording).length === 0) ?? null;
}

/** A charter of the records as results show it: the wording in force, or while there is none the last; null without any. */
export function shownOf(kept: Pick<KeptCharter, 'kind' | 'wordings' | 'signatures'>): CharterShown | null {
  const { kind, wordings, signatures } = kept;
  const inForce = wordingInForce(kept);
  const wording = inForce ?? wordings.at(-1);
  if (wording === undefined) return null;
  const unsigned = signatures.length === 0 ? 'draft' : 'partly signed';
  return {
    charter: wording.charter,
    hash: wording.hash,
    standing: kind === 'retrospective' ? kind : inForce === null ? unsigned : 'signed',
    signatures: signatures.map(({ organisation, name, signed, hash }) => ({
      ...{ organisation, name, hash },
      on: todayInLondon(signed.at),
    })),
    amendments: wordings.flatMap(({ number, amendment, because, hash, written }) =>
      amendment === null
        ? []
        : [
            {
              ...{ number: amendment, on: todayInLondon(written.at), because, hash },
              changed: changesOf(wordings, number) ?? ['The wording before it cannot be read.'],
            },
          ],
    ),
  };
}

/**
 * What a wording changes of the one before, from the two themselves: what is kept beside them is never believed.
 * @returns null where one of them cannot be read
 */
export function changesOf(wordings: readonly Wording[], number: number): string[] | null {
  const [before, after] = [number - 1, number].map((at) => wordings.find((each) => each.number === at));
  return before === undefined || after === undefined ? null : sayChanges(before.charter, after.charter);
}
