import { expect, test } from 'vitest';
import type { PolicyInForce } from '../model.ts';
import { PERMITTED_DEFAULT } from '../policy/permitted-default.ts';
import type { ClosingLine, PublicMonth } from './model.ts';
import { type MonthRead, publicMonth } from './public-month.ts';
import { wardYears } from './ward-years.ts';

const RINGED: PolicyInForce = {
  ...PERMITTED_DEFAULT,
  policy: { ...PERMITTED_DEFAULT.policy, classes: { floor: 'ring-fenced', extra: 'ring-fenced', pcso: 'ring-fenced' } },
};
const BOROUGHS: Record<string, string> = { W1: 'B1', W2: 'B1', W3: 'B1', W4: 'B2' };

let id = 0;
/** A line of an officer, who is numbered after the ward: 11 of W1. */
function line(officer: number, account: ClosingLine['account'], minutes: number, given: Partial<ClosingLine> = {}) {
  id += 1;
  const kind = { reason: '', orderedBy: '', late: false, postClass: 'floor' } as const;
  return { ...kind, id, wardCode: `W${Math.floor(officer / 10)}`, officer, account, minutes, ...given };
}
const duty = (officers: readonly number[], given: Partial<ClosingLine> = {}, minutes = 6000) =>
  officers.map((officer) => line(officer, 'confirmed', minutes, given));

function closed(lines: readonly ClosingLine[], before: PublicMonth | null = null): PublicMonth {
  const wards = [...new Set(lines.map(({ wardCode }) => wardCode))];
  const read: MonthRead = {
    ...{ unit: 'U', month: '2025-10', timeline: [RINGED], names: new Map(), synthetic: false, lines },
    promises: wards.map((wardCode) => ({
      ...{ wardCode, boroughCode: BOROUGHS[wardCode] ?? '', postClass: 'floor' as const },
      ...{ promisedMinutes: 40_000, vacancyMinutes: 0 },
    })),
  };
  return publicMonth(read, before === null ? '2025-11-10' : '2025-12-10', before);
}
const groupOf = ({ groups }: PublicMonth, code: string) =>
  groups.find(({ cells }) => cells.some((each) => each.code === code));
const boroughOf = ({ reasons }: PublicMonth, code: string) => reasons.find(({ boroughCode }) => boroughCode === code);

test('three stand behind a ward only with a quarter of a contracted month each, and not while they are attached', () => {
  const three = duty([11, 12, 13]);
  const others = duty([21, 22, 23]);
  const officers = (lines: readonly ClosingLine[]) => groupOf(closed(lines), 'W1')?.cells.length;
  expect(officers([...three, ...others])).toBe(1);
  // Came on the last day: their minutes would be those of two others to whoever knows.
  const pair = duty([21, 22]);
  expect(officers([...duty([11, 12]), ...duty([13], {}, 480), ...pair])).toBe(2);
  expect(officers([...duty([11, 12]), ...duty([13], {}, 480), ...others])).toBeUndefined();
  const away = { reason: 'attachment', account: 'breach' } as const;
  expect(officers([...duty([11, 12]), ...duty([13], away), ...pair])).toBe(2);
  expect(groupOf(closed([...duty([11, 12]), ...duty([13], {}, 480), ...pair]), 'W1')?.minutes.confirmedMinutes).toBe(
    24_480,
  );
});

test('leave of one or two of a group is one figure with time in no roster, and its borough’s does not give it away', () => {
  const leave = (officers: readonly number[]) => officers.map((officer) => line(officer, 'leave', 480));
  const all = [...duty([11, 12, 13]), ...duty([21, 22, 23])];
  const ill = closed([...all, ...leave([11, 12]), ...leave([21, 22, 23])]);
  expect(groupOf(ill, 'W1')?.minutes).toMatchObject({
    leaveMinutes: null,
    unrosteredMinutes: null,
    offDutyMinutes: 22_000,
  });
  expect(groupOf(ill, 'W2')?.minutes).toMatchObject({ leaveMinutes: 1440, unrosteredMinutes: 20_560 });
  expect([boroughOf(ill, 'B1')?.leaveMinutes, ill.whole.leaveMinutes]).toEqual([null, null]);
  const more = closed([...all, ...leave([11, 12]), ...leave([21])]);
  expect([boroughOf(more, 'B1')?.leaveMinutes, more.whole.leaveMinutes]).toEqual([1440, 1440]);
  // The borough tells its own, and the unit's would tell the other borough's.
  const far = closed([...all, ...leave([11, 12, 21]), ...duty([41, 42, 43]), ...leave([41])]);
  expect([boroughOf(far, 'B1')?.leaveMinutes, boroughOf(far, 'B2')?.leaveMinutes, far.whole.leaveMinutes]).toEqual([
    1440,
    null,
    null,
  ]);
});

test('the literal reading and rates by class are told of a borough, and only of three officers on each side', () => {
  const extra = { postClass: 'extra' } as const;
  const away = (officer: number, given: Partial<ClosingLine> = {}) =>
    line(officer, 'breach', 313, { reason: 'custody', orderedBy: 'duty-inspector', ...given });
  const one = closed([
    ...[...duty([11, 12]), ...duty([13], extra), away(11), away(13, extra)],
    ...[...duty([21, 22, 23]), away(21)],
  ]);
  // Breaches less what is literally one would be the extra officer's 313 minutes.
  expect(groupOf(one, 'W1')?.minutes.literalBreachMinutes).toBeNull();
  expect(boroughOf(one, 'B1')).toMatchObject({ literalBreachMinutes: null, classes: [] });
  expect(one.whole).toMatchObject({ literalBreachMinutes: null, classes: [] });
  const wards = ['W1', 'W2', 'W3'].flatMap((_, at) => {
    const [first, second, third] = [11, 12, 13].map((officer) => officer + 10 * at) as [number, number, number];
    return [
      ...duty([first, second]),
      ...duty([third], extra),
      away(first),
      away(third, extra),
      line(first, 'permitted', 60, { reason: 'training' }),
    ];
  });
  const three = closed(wards);
  expect(boroughOf(three, 'B1')).toMatchObject({
    literalBreachMinutes: 3 * 313 + 180,
    classes: [
      { code: 'floor', availableMinutes: 36_000 + 3 * 373, awayMinutes: 3 * 373, breachMinutes: 3 * 313 },
      { code: 'extra', awayMinutes: 3 * 313, breachMinutes: 3 * 313 },
    ],
  });
  expect(three.whole.literalBreachMinutes).toBe(3 * 313 + 180);
});

test('a group takes later figures only where each that changes has changed for three officers', () => {
  const early = [...duty([11, 12, 13]), ...duty([21, 22, 23])];
  const first = closed(early);
  const later = (lines: readonly ClosingLine[]) =>
    groupOf(closed([...early, ...lines], first), 'W1')?.minutes.confirmedMinutes;
  const corrected = [11, 12, 13].map((officer) => line(officer, 'confirmed', -60));
  expect(later(corrected)).toBe(17_820);
  expect(later(corrected.slice(1))).toBe(18_000);
  // A minute of leave of two others would have let one officer's correction out.
  const minute = [line(12, 'leave', 1), line(13, 'leave', 1)];
  expect(later([line(11, 'confirmed', -60), ...minute])).toBe(18_000);
  expect(later([...corrected, line(11, 'overtime', 60, { reason: 'custody' })])).toBe(18_000);
});

test('reasons, the literal reading and classes stay as they were first closed', () => {
  const training = [11, 12, 13, 21, 22, 23].map((officer) => line(officer, 'permitted', 60, { reason: 'training' }));
  const early = [...duty([11, 12, 13]), ...duty([21, 22, 23]), ...training];
  const first = closed(early);
  const court = [11, 12, 13].map((officer) => line(officer, 'permitted', 30, { reason: 'court-own-case' }));
  const second = closed([...early, ...court], first);
  expect(groupOf(second, 'W1')?.minutes.permittedMinutes).toBe(270);
  const { byReason, byOrder, literalBreachMinutes, classes } = boroughOf(second, 'B1') ?? {};
  expect(boroughOf(first, 'B1')).toMatchObject({ byReason, byOrder, literalBreachMinutes, classes });
  expect(byReason).toEqual([{ reason: 'training', ruling: 'permitted', minutes: 360 }]);
});

test('a ward’s year tells no reason that its borough would then tell of one officer of another ward', () => {
  const away = (officers: readonly number[]) =>
    officers.map((officer) => line(officer, 'breach', 60, { reason: 'custody', orderedBy: 'duty-inspector' }));
  const yearOf = (lines: readonly ClosingLine[]) => {
    const published = closed(lines);
    const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2025-${month}`);
    const all = [...months, '2026-01', '2026-02', '2026-03'].map((month) => ({
      ...{ published: { ...published, month: month as PublicMonth['month'] }, lines, least: 2658 },
    }));
    return wardYears('2026-03', all).find(({ code }) => code === 'W1')?.byReason;
  };
  const all = [...duty([11, 12, 13]), ...duty([21, 22, 23]), ...away([11, 12, 13])];
  expect(yearOf([...all, ...away([21, 22, 23])])).toEqual([{ reason: 'custody', ruling: 'breach', minutes: 12 * 180 }]);
  expect(yearOf([...all, ...away([21])])).toEqual([{ reason: 'not-shown', ruling: 'breach', minutes: 12 * 180 }]);
});
