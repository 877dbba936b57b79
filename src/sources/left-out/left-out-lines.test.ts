import { expect, it } from 'vitest';
import { downloadLines, keptLines, keptRows, type LeftOutRow } from './left-out-lines.ts';

const rows = [
  { line: 2, reason: 'no area', text: 'Camden,"a ""quoted"" word",1' },
  { line: 3, reason: 'a break', text: '"one\r\ntwo\nthree",2' },
  { line: 9, reason: 'no area', text: '=HYPERLINK("http://example.org")' },
];
const csv = [...keptLines('wards "new".csv', rows)].join('');

async function* inPieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

it.each([1, 2, 7, 1000])('reads back what it wrote, in pieces of %i characters', async (length) => {
  expect(await all(keptRows(inPieces(csv, length), { reason: null, file: 'x' }))).toEqual(
    rows.map((row) => ({ file: 'wards "new".csv', ...row })),
  );
});

it('gives the rows of one reason', async () => {
  const found = await all(keptRows(inPieces(csv, 16), { reason: 'no area', file: 'x' }));
  expect(found.map(({ line }) => line)).toEqual([2, 9]);
});

it('reads what the lake wrote: quoted where it must be, columns in its own order, no line break at the end', async () => {
  const text = 'line,reason,file,text\n7,"no month, no place",2024-01-met.csv,"a,""b"""\n8,no month,x.csv,';
  expect(await all(keptRows(inPieces(text, 5), { reason: null, file: 'x' }))).toEqual([
    { file: '2024-01-met.csv', line: 7, reason: 'no month, no place', text: 'a,"b"' },
    { file: 'x.csv', line: 8, reason: 'no month', text: '' },
  ]);
});

it('names the file where its rows do not', async () => {
  const found = await all(keptRows(inPieces('line,reason,text\n7,no month,a\n', 9), { reason: null, file: 'x.csv' }));
  expect(found).toEqual([{ file: 'x.csv', line: 7, reason: 'no month', text: 'a' }]);
});

it('guards what a spreadsheet would take for a formula, in every column', async () => {
  async function* hostile(): AsyncGenerator<LeftOutRow> {
    yield { file: '=a.csv', line: 1, reason: '+b', text: '@SUM(A1)' };
    yield { file: 'a.csv', line: 2, reason: 'b', text: '-1,"=2"' };
  }
  expect(await all(downloadLines(hostile()))).toEqual([
    'file,line,reason,text\r\n',
    "'=a.csv,1,'+b,'@SUM(A1)\r\n",
    'a.csv,2,b,"\'-1,""=2"""\r\n',
  ]);
});

it('reads back a row of many megabytes', async () => {
  const row = { line: 2, reason: 'quotation marks that do not close', text: `a,"${'x'.repeat(15_000_000)}` };
  const kept = [...keptLines('wards.csv', [row])].join('');
  const found = await all(keptRows(inPieces(kept, 65_536), { reason: null, file: 'x' }));
  expect(found.map(({ text, ...rest }) => ({ ...rest, letters: text.length }))).toEqual([
    { file: 'wards.csv', line: 2, reason: row.reason, letters: row.text.length },
  ]);
});
