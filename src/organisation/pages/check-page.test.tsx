import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { AS_AT, checkOf, keptBook, withPost, withPosting } from '../../../test/builders/kept-book.ts';
import type { PostBook } from '../post-book.ts';
import { bookFrame } from './book-frame.ts';
import { CheckPage } from './check-page.tsx';

const html = (book: PostBook) =>
  render(<CheckPage frame={bookFrame(book, { asAt: AS_AT, dayAsked: true }, false)} check={checkOf(book)} />);
const text = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const short = withPost(withPosting(keptBook(), ['P-BUN-2', 'BUN-2'], null), 'STREET', { fundedUntil: null });

test('the answer comes first, then what is broken with its days, then what cannot be judged, then every rule', () => {
  const page = text(html(short));
  const parts = [
    '1 of 24 rules is broken on 1 March 2026.',
    'Bunhill from 5 May 2022',
    'Bunhill has 1 of 2 dedicated ward officers',
    'What cannot be judged',
    'Until when Islington Council pays for STREET',
    'Every rule',
  ];
  const places = parts.map((part) => page.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  expect(page).toMatch(/Broken 1 .*Unknown 1 /);
});

test('each state leads to its findings', () => {
  const page = html(short);
  for (const [, id] of page.matchAll(/href="#([a-z-]+)"><strong/g)) expect(page).toContain(`id="${id}"`);
  expect([...page.matchAll(/href="#([a-z-]+)"><strong/g)].map(([, id]) => id)).toEqual([
    'ward-floor',
    'cannot-be-judged',
  ]);
});

test('a book that keeps every rule shows no findings', () => {
  const page = text(html(keptBook()));
  expect(page).toContain('No rule is broken on 1 March 2026. 24 rules are kept.');
  expect(page).not.toContain('What cannot be judged');
  expect(page.match(/ Kept /g)).toHaveLength(24);
});

test('who sees part of a unit is told so; made-up books are marked', () => {
  expect(text(html({ ...keptBook(), whole: false }))).toContain('You see part of Central North: nothing is said');
  expect(html({ ...keptBook(), synthetic: true })).toContain('class="w-syn"');
  expect(html(keptBook())).not.toContain('class="w-syn"');
});
