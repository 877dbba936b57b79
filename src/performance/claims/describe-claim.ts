import { andList } from '../../ui/and-list.ts';
import { longDate } from '../../ui/long-date.ts';
import type { PublishedClaim } from './model.ts';

const PARTS: readonly [keyof PublishedClaim, string][] = [
  ['words', 'its words'],
  ['saidBy', 'who said it'],
  ['saidOn', 'the day it was said'],
  ['document', 'its document'],
  ['kind', 'what it claims'],
  ['binding', 'what it is set against'],
  ['vintage', 'the vintage it was made on'],
];

/**
 * Says what readers would read of a claim, and what is different from the wording before.
 * @param before null where it was not published yet
 */
export function describeClaim(
  before: PublishedClaim | null,
  after: PublishedClaim,
): { sentences: string[]; table: null } {
  const { words, saidBy, saidOn, document } = after;
  const said = `Readers would see “${words}”, said by ${saidBy}${saidOn === null ? '' : ` on ${longDate(saidOn)}`} (${document}), and how it stands by the figures held whenever they look.`;
  return {
    sentences: [said, before === null ? 'Readers saw nothing of it before.' : sayDifferent(before, after)],
    table: null,
  };
}

function sayDifferent(before: PublishedClaim, after: PublishedClaim): string {
  const different = PARTS.filter(([part]) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
  if (different.length === 0) return 'It reads as the wording before it.';
  return `Different from the wording before it: ${andList(different.map(([, words]) => words))}.`;
}
