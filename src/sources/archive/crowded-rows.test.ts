import { expect, it } from 'vitest';
import { rowWatch } from './crowded-rows.ts';

const row = (fields: number): string => `${Array(fields).fill('1').join(',')}\n`;

/** Hands a text over in chunks of so many bytes. */
function watched(text: string, chunkBytes: number, then = '') {
  const watch = rowWatch();
  let lines = 0;
  for (const file of [text, then]) {
    for (let at = 0; at < file.length; at += chunkBytes)
      lines += watch.see(Buffer.from(file.slice(at, at + chunkBytes)));
    watch.endFile();
  }
  return { lines, crowded: watch.isCrowded() };
}

it.each([7, 1000, 1_000_000])('sees a row of 50,000 fields, in chunks of %i bytes', (chunk) => {
  const text = `${row(12)}${row(50_000)}${row(12)}`;
  expect(watched(text, chunk)).toEqual({ lines: 3, crowded: true });
  expect(watched(text.trimEnd(), chunk)).toEqual({ lines: 2, crowded: true });
});

it('sees many rows of some thousand fields, over several files too', () => {
  const some = row(3000).repeat(2);
  expect(watched(some, 5000)).toEqual({ lines: 2, crowded: false });
  expect(watched(some, 5000, some)).toEqual({ lines: 4, crowded: true });
});

it('lets long texts and many usual rows be', () => {
  expect(watched(`a,${'x'.repeat(3_000_000)},b\n`, 65_536)).toEqual({ lines: 1, crowded: false });
  expect(watched(row(12).repeat(100_000), 65_536)).toEqual({ lines: 100_000, crowded: false });
});

it('takes the last row of a file, without a line feed, for one by itself', () => {
  expect(watched(row(3400).trimEnd(), 65_536, row(3400))).toEqual({ lines: 1, crowded: false });
});
