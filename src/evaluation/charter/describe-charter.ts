import { countWords } from '../../ui/count-words.ts';
import type { PublishedCharter } from './model.ts';
import { sayChanges } from './say-changes.ts';

/**
 * Says what readers would read of a charter, and what is different from what they read before.
 * @param before null where it was not published yet
 */
export function describeCharter(
  before: PublishedCharter | null,
  after: PublishedCharter,
): { sentences: string[]; table: null } {
  const { charter, standing, signatures, amendments, decisions } = after;
  const said = `Readers would see the charter “${charter.title}” (${standing}) with ${countWords(signatures.length, 'signature')}, ${countWords(amendments.length, 'amendment')} and ${countWords(decisions.length, 'decision')}, and what the figures say by it.`;
  if (before === null) return { sentences: [said, 'Readers saw nothing of it before.'], table: null };
  const changed = sayChanges(before.charter, charter);
  const more = [
    [signatures.length - before.signatures.length, 'signature'],
    [amendments.length - before.amendments.length, 'amendment'],
    [decisions.length - before.decisions.length, 'decision'],
  ] as const;
  const came = more.flatMap(([count, word]) => (count > 0 ? [`${countWords(count, word)} more.`] : []));
  return {
    sentences: [said, ...(changed.length + came.length === 0 ? ['It reads as before.'] : [...changed, ...came])],
    table: null,
  };
}
