import { expect, it } from 'vitest';
import { readRosterCalendar } from './read-roster-calendar.ts';

const entry = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...entries: string[]) =>
  ['BEGIN:VCALENDAR', 'X-WR-CALNAME:P77 duties', ...entries, 'END:VCALENDAR', ''].join('\r\n');
const rowsOf = (...entries: string[]) => {
  const read = readRosterCalendar(calendar(...entries));
  if (read.kind === 'refused') throw new Error(read.because);
  return read;
};
const one = (...lines: string[]) => rowsOf(entry(...lines));
const NIGHT = ['DTSTART;TZID=Europe/London:20260328T220000', 'DTEND;TZID=Europe/London:20260329T070000'];

it('reads times in London’s zone by either name, in UTC and without a zone', () => {
  const starts = [
    'DTSTART;TZID=Europe/London:20260701T070000',
    'DTSTART;TZID="GMT Standard Time":20260701T070000',
    'DTSTART:20260701T060000Z',
    'DTSTART:20260701T070000',
  ].map((start) => one(start, 'DURATION:PT8H30M', 'SUMMARY:WARD').rows[0]?.time);
  const time = { from: new Date('2026-07-01T06:00Z'), to: new Date('2026-07-01T14:30Z') };
  expect(starts).toEqual([time, time, time, time]);
});

it('unfolds lines wherever they are folded, and reads nothing of descriptions', () => {
  const folded = one(
    ...NIGHT,
    'DESCRIPTION:Feels ill\\, went home\r\n  early\r\n\tagain',
    'SUMM\r\n ARY:P1001 COV\r\n ER Holborn and Covent\r\n  Garden',
    'X-ORDERED-BY:ward-sergeant',
  );
  expect(folded.rows[0]).toMatchObject({
    officer: 'P1001',
    ward: 'Holborn and Covent Garden',
    meaning: { kind: 'away', reason: 'cover-ward' },
    order: { by: 'ward-sergeant' },
    day: '2026-03-28',
  });
  expect(JSON.stringify(folded)).not.toMatch(/ill|early/);
});

it('finds the officer in the summary, the entry, its attendee or the calendar', () => {
  const officers = [
    ['SUMMARY:P1 WARD'],
    ['SUMMARY:WARD', 'X-OFFICER:P2'],
    ['SUMMARY:WARD', 'ATTENDEE;CN="P3 Cole, Ana";ROLE=REQ-PARTICIPANT:mailto:a@example.gov.uk'],
    ['SUMMARY:WARD'],
  ].map((lines) => one(...NIGHT, ...lines).rows[0]?.officer);
  expect(officers).toEqual(['P1', 'P2', 'P3', 'P77']);
});

it('reads whole days one by one', () => {
  const days = one('DTSTART;VALUE=DATE:20261024', 'DTEND;VALUE=DATE:20261027', 'SUMMARY:SICK').rows;
  expect(days.map(({ day, time, meaning }) => [day, time, meaning.kind])).toEqual([
    ['2026-10-24', null, 'leave'],
    ['2026-10-25', null, 'leave'],
    ['2026-10-26', null, 'leave'],
  ]);
  expect(JSON.stringify(days)).not.toMatch(/sick/i);
});

it('takes the latest revision of an entry, and a cancelled one for none', () => {
  const revised = rowsOf(
    entry('UID:a', 'SEQUENCE:0', ...NIGHT, 'SUMMARY:WARD'),
    entry('UID:a', 'SEQUENCE:2', ...NIGHT, 'SUMMARY:CUSTODY'),
    entry('UID:b', ...NIGHT, 'SUMMARY:WARD', 'STATUS:CANCELLED'),
  );
  expect(revised.rows.map(({ meaning }) => meaning.kind)).toEqual(['away', 'cancelled']);
});

it.each([
  [[...NIGHT, 'SUMMARY:WARD', 'RRULE:FREQ=DAILY'], 'It repeats'],
  [['DTSTART;TZID=Europe/Paris:20260328T220000', 'DURATION:PT8H', 'SUMMARY:WARD'], 'in the time of "Europe/Paris"'],
  [['DTSTART:20261025T013000', 'DURATION:PT8H', 'SUMMARY:WARD'], '01:30 comes twice'],
  [['DTSTART:20260329T013000', 'DURATION:PT8H', 'SUMMARY:WARD'], '01:30 does not come'],
  [['DTSTART:20260328T220000', 'DURATION:PT25H', 'SUMMARY:WARD'], 'It is 25 hours long'],
  [['DTSTART:20260328T220000', 'DTEND:20260328T210000', 'SUMMARY:WARD'], 'It ends before it starts'],
  [['DTSTART:20260328T220000', 'SUMMARY:WARD'], 'It has no end'],
  [['SUMMARY:WARD'], 'It has no start'],
  [['DTSTART:yesterday', 'DURATION:PT8H', 'SUMMARY:WARD'], 'Its start "yesterday" cannot be read'],
  [['DTSTART:20260328T220000', 'DURATION:8 hours', 'SUMMARY:WARD'], 'Its DURATION'],
  [['DTSTART;VALUE=DATE:20260328', 'DTEND:20260328T210000', 'SUMMARY:RD'], 'starts at a time and ends on a day'],
  [['DTSTART;VALUE=DATE:20260328', 'DTEND;VALUE=DATE:20260328', 'SUMMARY:RD'], 'the day after its last'],
  [['DTSTART;VALUE=DATE:20260328', 'DTEND;VALUE=DATE:20290328', 'SUMMARY:RD'], 'more than 366 days'],
  [['DTSTART;VALUE=DATE:20260328', 'SUMMARY:WARD'], 'does not say when the duty begins'],
  [[...NIGHT, 'SUMMARY:P1 LUNCH'], 'not in the list'],
])('%j is held back with a sentence', (lines, sentence) => {
  const { rows, held } = one(...lines);
  expect(rows).toEqual([]);
  expect(held[0]?.said).toContain(sentence);
});
