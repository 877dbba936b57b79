import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRoster } from './read-roster.ts';
import { COLUMNS } from './reading/columns.ts';
import { AWAY_CODES } from './reading/roster-codes.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const HEADER = 'officer,day,start,end,code,contracted_minutes,ordered_by,event,reference';
const padded = (row: string) => row + ','.repeat(Math.max(0, 9 - row.split(',').length));
const read = (...rows: string[]) => readRoster(bytes([HEADER, ...rows.map(padded)].join('\n')));
const rowsOf = (found: ReturnType<typeof readRoster>) => {
  if (found.kind === 'refused') throw new Error(found.because);
  return found;
};
const only = (row: string) => rowsOf(read(row)).rows[0];
const said = (row: string) => rowsOf(read(row)).held.map((held) => held.said)[0];
const hoursOf = (row: string) => {
  const time = only(row)?.time;
  return time == null ? null : (time.to.getTime() - time.from.getTime()) / 3_600_000;
};

describe('a row', () => {
  it('has the hours that pass over midnight and over both changes of the clock', () => {
    expect(hoursOf('P1,2026-10-10,22:00,07:00,WARD')).toBe(9);
    expect(hoursOf('P1,2026-03-28,2200,700,WARD')).toBe(8);
    expect(hoursOf('P1,24/10/2026,22:00,07:00,WARD')).toBe(10);
    expect(hoursOf('P1,2026-10-10,16:00,24:00,WARD')).toBe(8);
    expect(hoursOf('P1,,2026-10-25T01:30:00+01:00,2026-10-25T01:30:00+00:00,WARD')).toBe(1);
  });

  it('is of the London day on which it starts', () => {
    expect(only('P1,,2026-07-01T23:30:00Z,2026-07-02T07:00:00Z,WARD')?.day).toBe('2026-07-02');
  });

  it.each([
    ['P1,2026-10-25,01:30,09:00,WARD', '01:30 comes twice on 2026-10-25'],
    ['P1,2026-03-29,01:30,09:00,WARD', '01:30 does not come on 2026-03-29'],
    ['P1,2026-10-10,07:00,2026-10-11T08:00,WARD', 'It is 25 hours long'],
    ['P1,2026-10-10,07:00,2026-10-10T06:00,WARD', 'It ends before it starts'],
    ['P1,2026-10-10,07:00,07:00,WARD', 'no time or a whole day'],
    ['P1,2026-10-10,7am,15:00,WARD', 'Its start "7am" cannot be read'],
    ['P1,2026-10-10,07:00,25:00,WARD', 'Its end "25:00" cannot be read'],
    ['P1,2026-10-10,07:00,2026-10-10T15:00:30Z,WARD', 'whole minutes'],
    ['P1,2026-10-10,07:00,,WARD', 'only one of start and end'],
    ['P1,2026-02-30,07:00,15:00,WARD', 'Its day "2026-02-30" cannot be read'],
    ['P1,,07:00,15:00,WARD', 'It has no day'],
    ['P1,2026-10-11,2026-10-10T07:00,2026-10-10T15:00,WARD', 'it starts on 2026-10-10'],
    ['P1,2026-10-10,,,WARD', 'does not say when the duty begins'],
    ['P1,2026-10-10,07:00,15:00,', 'It has no code'],
    ['P1,2026-10-10,07:00,15:00,WRD', 'Its code is not in the list'],
    ['P1,2026-10-10,07:00,15:00,RDW', 'does not say what for'],
    ['P1,2026-10-10,07:00,15:00,RDB', 'which rest day is given back'],
    [',2026-10-10,07:00,15:00,WARD', 'It names no officer'],
    ['P1,2026-10-10,,,LEAVE,9999', 'contracted_minutes "9999"'],
    ['P1,2026-10-10,07:00,15:00,CUSTODY,,the boss', 'ordered_by "the boss" is not known'],
    ['P1,2026-10-10,07:00,15:00,CUSTODY,,,,GOLD 1', 'not who gave it'],
    ['=P1,2026-10-10,07:00,15:00,WARD', 'Its officer is a formula'],
    ['P\u00001,2026-10-10,07:00,15:00,WARD', 'cannot be kept'],
    ['P1,2026-10-10,07:00,15:00,WARD,,,,,more', 'It has 10 fields where the header has 9'],
    ['P1,2026-10-10,"07:00"x,15:00,WARD', 'quotation marks'],
  ])('%j is held back with a sentence', (row, sentence) => {
    expect(rowsOf(read(row)).rows).toEqual([]);
    expect(said(row)).toContain(sentence);
  });

  it('of leave says whose, when and how long, and nothing of which kind it was', () => {
    const all = ['AL', 'sick', 'Adjusted duties', 'MATERNITY', 'A/L'].map((code) =>
      only(`P1,2026-10-10,,,${code},480,,,flu`),
    );
    expect(new Set(all.map((row) => JSON.stringify(row))).size).toBe(1);
    expect(all[0]).toMatchObject({
      meaning: { kind: 'leave' },
      contractedMinutes: 480,
      written: 'P1,2026-10-10,,,leave,,480',
    });
    const broken = rowsOf(read('P1,2026-10-10,"x"y,,SICK,,,,migraine')).held[0];
    expect(broken?.written).toBe('P1,2026-10-10,…,,…,,,,…');
  });

  it.each(['LONG-TERM SICK', 'SICK NOTE', 'Stress', 'OT-STRESS', 'RDW STRESS'])(
    'of the code %j keeps nothing but whose and when',
    (code) => {
      const rows = [`P1,2026-10-10,07:00,15:00,${code},stress,480,stress,stress`, `P1,2026-10-10,stress,,${code}`];
      for (const row of [
        ...rows,
        `P1,2026-10-10,"x"y,,${code},,,,stress`,
        `P1,2026-10-10,,,${code},,,,,stress,stress`,
      ]) {
        const held = rowsOf(read(row)).held[0];
        expect(held).toMatchObject({ line: 2 });
        expect(JSON.stringify(held)).not.toMatch(/stress|sick|long/i);
      }
      expect(rowsOf(read(rows[0] ?? '')).held[0]).toMatchObject({ officer: 'P1', day: '2026-10-10' });
    },
  );

  it('is separated by semicolons too, and may have a byte order mark and columns of no concern', () => {
    const text = '\uFEFFOfficer;Day;Start;End;Code;Mood\r\nP1;2026-10-10;07:00;15:00;ward;low\r\n';
    expect(rowsOf(readRoster(bytes(text))).rows).toHaveLength(1);
    expect(JSON.stringify(readRoster(bytes(text)))).not.toContain('low');
  });

  it('may use the unit’s own words, which the file maps', () => {
    const text = `#code,NT,WARD\n#code,Bug,SICK\n${HEADER}\nP1,2026-10-10,22:00,07:00,nt,,,,\nP1,2026-10-11,,,bug,,,,`;
    expect(rowsOf(readRoster(bytes(text))).rows.map(({ meaning }) => meaning.kind)).toEqual(['duty', 'leave']);
    expect(readRoster(bytes(`#code,NT,NIGHTS\n${HEADER}`))).toMatchObject({
      because: expect.stringContaining('Line 1 maps'),
    });
  });
});

describe('a file that is no roster', () => {
  it.each([
    ['', 'It is empty'],
    [' \n\n', 'It is empty'],
    ['a,b\n1,2', 'It lacks the columns officer, day, start, end, code'],
    ['officer,day,start,end,code\n', 'no rows'],
    ['officer,officer,day,start,end,code\n1', 'the column officer twice'],
    ['#code,NT,WARD\n', 'It has no header'],
    ['%PDF-1.7', 'a workbook or an archive'],
    ['PK\u0003\u0004…', 'a workbook or an archive'],
    ['BEGIN:VCALENDAR\nEND:VCALENDAR', 'without entries'],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261010', 'cut short'],
  ])('%j is refused', (text, because) => {
    expect(readRoster(bytes(text))).toMatchObject({ kind: 'refused', because: expect.stringContaining(because) });
  });

  it('in another encoding is refused', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x6f, 0, 0x66, 0]);
    expect(readRoster(utf16)).toMatchObject({ because: expect.stringContaining('not UTF-8') });
    const latin = new Uint8Array([...bytes(`${HEADER}\nP1,2026-10-10,07:00,15:00,WARD,,,,`), 0xe9]);
    expect(readRoster(latin)).toMatchObject({ because: expect.stringContaining('not UTF-8') });
  });

  it('never breaks the reading, whatever it holds', () => {
    const hostile = [
      `${HEADER}\n${'x'.repeat(1_000_000)}`,
      `${HEADER}\n${'"'.repeat(200_000)}`,
      `${HEADER}\n${',\n'.repeat(20_000)}`,
      `${HEADER}\n\u0000\u0000,\uFFFE,\u202E,,,,,,\n`,
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${'y'.repeat(500_000)}\n${' z'.repeat(10)}\nEND:VEVENT`,
      `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(5_000)}${'END:VEVENT\n'.repeat(5_000)}`,
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;X="${';A="'.repeat(500)}:20261010\nEND:VEVENT`,
    ];
    const found = hostile.map((text) => readRoster(bytes(text)));
    expect(found.map(({ kind }) => kind)).toEqual(['read', 'read', 'refused', 'read', 'read', 'read', 'read']);
    const held = found.flatMap((each) => (each.kind === 'read' ? each.held : []));
    expect(Math.max(...held.map(({ written }) => written.length))).toBeLessThan(2_000);
  });
});

describe('what is written down', () => {
  const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  it('lists every column and every code as they are read', () => {
    const readme = text('README.md');
    for (const { name, needed, holds } of COLUMNS)
      expect(readme).toContain(`| ${needed ? `**${name}**` : name} | ${holds} |`);
    for (const code of Object.keys(AWAY_CODES)) expect(readme).toContain(`| ${code} | `);
  });

  it('has examples that are read to the last row', () => {
    const [csv, ics] = ['bloomsbury-october-2026.csv', 'p1001-october-2026.ics'].map((name) =>
      rowsOf(readRoster(bytes(text(`../../../examples/rosters/${name}`)))),
    );
    expect([csv?.held, ics?.held]).toEqual([[], []]);
    expect([csv?.rows.length, ics?.rows.length]).toEqual([13, 5]);
    const night = csv?.rows.find(({ day }) => day === '2026-10-24')?.time;
    expect(night && (night.to.getTime() - night.from.getTime()) / 3_600_000).toBe(10);
  });
});
