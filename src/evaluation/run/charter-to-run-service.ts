import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { nearNames } from '../../measures/index.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { charterInView, chartersInView } from '../charter/charters-in-view-service.ts';
import { verifyCharterFile } from '../charter/verify-charter-service.ts';
import type { CharterShown } from '../model.ts';

/** A charter that somebody named, or why there is none: a sentence each. */
export type CharterToRun = { kind: 'charter'; shown: CharterShown } | { kind: 'refused'; because: readonly string[] };

/**
 * The charter that a word means: the name of one that comes with Wardroom or is in the records, or a file. A file that does
 * not say what was signed is refused.
 */
export const charterToRun = published(
  'evaluation.charter-to-run',
  async (platform: Platform, word: string): Promise<CharterToRun> => {
    const held = await charterInView(platform, word);
    if (held !== null) return { kind: 'charter', shown: shownOnly(held) };
    const text = await readFile(word, 'utf8').catch(() => null);
    if (text === null) return { kind: 'refused', because: [await sayUnknown(platform, word)] };
    const verified = await verifyCharterFile(platform, { text, name: basename(word) });
    if (verified.kind === 'refused')
      return { kind: 'refused', because: verified.problems.map((each) => each.sentence) };
    if (verified.kind === 'tampered') return { kind: 'refused', because: [verified.because] };
    return { kind: 'charter', shown: shownOnly(verified.shown) };
  },
);

const shownOnly = ({ charter, hash, standing, signatures, amendments }: CharterShown): CharterShown => ({
  ...{ charter, hash, standing, signatures, amendments },
});

async function sayUnknown(platform: Platform, word: string): Promise<string> {
  const names = (await chartersInView(platform)).map(({ charter }) => charter.name);
  const near = nearNames(word, names);
  const meant = near.length > 0 ? near : names;
  return `There is no charter "${word}", and no file of that name: ${near.length > 0 ? 'did you mean' : 'there are'} ${meant.map((name) => `"${name}"`).join(' or ')}${near.length > 0 ? '?' : '.'}`;
}
