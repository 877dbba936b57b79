import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adoptedFrom, awayFrom, calendarWith, dutyOn } from '../../../test/builders/ringfence-cases.ts';
import { POST_CLASSES } from '../model.ts';
import { REASONS } from '../reasons.ts';
import { LITERAL_2017 } from './literal-2017.ts';
import { PERMITTED_DEFAULT } from './permitted-default.ts';
import { ruleAbsence } from './rule-absence.ts';

const events = calendarWith();
const reason = fc.constantFrom(...REASONS.map((each) => each.reason));
/** A day of 2026, by its number. */
const day = fc
  .integer({ min: 0, max: 364 })
  .map((number) => new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 10));
const held = fc.constantFrom('ring-fenced' as const, 'aspiration' as const);

/** A policy of any content: rulings of one shipped policy or the other, reason by reason, and switches by class. */
const policy = fc.record({
  from: day,
  id: fc.integer({ min: 1, max: 1_000_000 }),
  literally: fc.array(reason),
  classes: fc.record({ floor: held, extra: held, pcso: held }),
  shortResponseMinutes: fc.integer({ min: 0, max: 600 }),
});
const timeline = fc.uniqueArray(policy, { maxLength: 6, selector: ({ id }) => id }).map((all) =>
  all.map(({ from, id, literally, classes, shortResponseMinutes }) => {
    const rulings = Object.fromEntries(
      REASONS.map(({ reason: each }) => [
        each,
        (literally.includes(each) ? LITERAL_2017 : PERMITTED_DEFAULT).policy.rulings[each],
      ]),
    ) as typeof PERMITTED_DEFAULT.policy.rulings;
    return adoptedFrom(from, { rulings, classes, shortResponseMinutes }, id);
  }),
);

test('a policy that comes into force changes no ruling of an earlier day, and no other decides its own', () => {
  let changed = 0;
  fc.assert(
    fc.property(
      timeline,
      timeline,
      day,
      reason,
      fc.constantFrom(...POST_CLASSES),
      (before, more, on, why, postClass) => {
        const duty = dutyOn(on, { postClass });
        const absence = awayFrom(duty, { reason: why, event: 'carnival-2026' });
        const ruled = (policies: typeof before) => ruleAbsence({ absence, duty, timeline: policies, events });
        const later = more.filter(({ inForceFrom }) => inForceFrom > on);
        expect(ruled([...before, ...later])).toEqual(ruled(before));
        if (ruled([...before, ...more]).ruling !== ruled(before).ruling) changed += 1;
      },
    ),
    { seed: 20261122, numRuns: 400 },
  );
  // It would be seen: of policies that reach back, some do change the ruling.
  expect(changed).toBeGreaterThan(10);
});
