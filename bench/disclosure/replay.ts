import { controlDisclosure, type DisclosureRule } from '../../src/lib/disclosure/index.ts';

/**
 * The attack of somebody who replays the open code: of every truth of three parts, which others come out exactly alike? A
 * sensitive part that is the same in all of them is known.
 * npx tsx bench/disclosure/replay.ts
 */
const MOST = 24;
const PARTS = ['a', 'b', 'c'];
const rule: DisclosureRule = {
  name: 'Under 3',
  from: '2020-01-01',
  until: null,
  appliesTo: { area: { levels: ['part'] } },
  threshold: 3,
  zerosSensitive: false,
};
const cell = (level: string, key: string, count: number) => ({
  key,
  dimensions: { area: { level, value: key } },
  count,
});

const alike = new Map<string, number[][]>();
for (let number = 0; number < (MOST + 1) ** PARTS.length; number += 1) {
  const truth = PARTS.map((_, place) => Math.floor(number / (MOST + 1) ** place) % (MOST + 1));
  const total = truth.reduce((sum, count) => sum + count, 0);
  const { decisions, report } = controlDisclosure({
    on: '2026-01-01',
    cells: [cell('all', 'total', total), ...PARTS.map((part, place) => cell('part', part, truth[place] ?? 0))],
    relations: [{ total: 'total', parts: PARTS }],
    rules: [rule],
  });
  if (report.unprotected.length > 0) continue;
  const seen = decisions.map(({ key, text }) => `${key} ${text}`).join(', ');
  alike.set(seen, [...(alike.get(seen) ?? []), truth]);
}

let sensitive = 0;
let known = 0;
for (const truths of alike.values())
  for (const place of PARTS.keys()) {
    const small = truths.filter((truth) => (truth[place] ?? 0) > 0 && (truth[place] ?? 0) < rule.threshold);
    sensitive += small.length;
    if (new Set(truths.map((truth) => truth[place])).size === 1) known += small.length;
  }
console.log(`${known} of ${sensitive} sensitive parts are known to whoever replays the code.`);
