import { rejectedAmong } from '../../lib/causal/inference/by-lot.ts';
import { effectOfPercent, effectsNeeded, pathOf, percentOfEffect } from './effects-needed.ts';
import type { LengthPower, PowerQuestion, SmallestSeen } from './model.ts';
import { LEAST_BEFORE, type PretendedStart, pretendPilots } from './pretend-pilots.ts';
import { calledByLooks, calledOnce, type LooksRule } from './rule-of-lot.ts';
import { chanceOfSeeing, seenFourInFive } from './seen-with-chance.ts';

/**
 * What pilots of several lengths could see of one outcome. Every group of areas is taken as treated at several starts before
 * the true one, when nothing had changed; a lasting effect is put in, and the smallest is found that the product's own rule
 * calls. A shift after the start leaves weights as they are; for those of months by 'sdid', which move, chances are put right.
 * @throws InvalidArgument when groups are not of the panel
 */
export function powerOfOutcome(question: PowerQuestion): LengthPower[] {
  return question.lengths.map((months) => powerOfLength(question, months));
}

function powerOfLength(question: PowerQuestion, months: number): LengthPower {
  const { scale, method, polarity, groups, minimumEffectPercent, harmBoundPercent, rates } = question;
  const starts = pretendPilots(question, months);
  if (starts.length === 0 || groups.length < 2) return refusedLength(months, groups.length);
  const worse: 1 | -1 = polarity === 'more is better' ? -1 : 1;
  const better: 1 | -1 = worse === 1 ? -1 : 1;
  const once = (sign: 1 | -1) =>
    starts.flatMap((start) => effectsNeeded(start, { scale, sign, ends: [months], rule: calledOnce }));
  const looks = {
    worse: neededByLooks(question, starts, { months, sign: worse, rate: rates.harm, spending: 'Pocock' }),
    better: neededByLooks(question, starts, {
      ...{ months, sign: better, rate: rates.benefit },
      spending: "O'Brien and Fleming",
    }),
  };
  const smallest = (needed: readonly number[], sign: 1 | -1) =>
    percentOfEffect(seenFourInFive(needed, method), scale, sign);
  const both = (needed: { worse: number[]; better: number[] }): SmallestSeen => ({
    worse: smallest(needed.worse, worse),
    better: smallest(needed.better, better),
  });
  const chance = (percent: number, needed: readonly number[], sign: 1 | -1) =>
    chanceOfSeeing(effectOfPercent(percent, scale, sign), needed, method);
  return {
    ...{ months, refused: null },
    once: both({ worse: once(worse), better: once(better) }),
    looks: both(looks),
    level: 1 - rejectedAmong(groups.length) / groups.length,
    chanceOfMinimumEffect: chance(minimumEffectPercent, looks.better, better),
    chanceOfHarmBound: chance(harmBoundPercent, looks.worse, worse),
    pilots: looks.worse.length,
  };
}

function neededByLooks(
  question: PowerQuestion,
  starts: readonly PretendedStart[],
  side: Pick<LooksRule, 'rate' | 'spending'> & { months: number; sign: 1 | -1 },
): number[] {
  const { scale, groups, treated, panel, seed } = question;
  const { months, sign, rate, spending } = side;
  const ends = [...question.looksAfter.filter((end) => end < months), months];
  const fractions = ends.map((end) => end / months);
  const paths = starts.flatMap(({ placebos, start }) =>
    placebos.map((placebo) => pathOf(placebo, start, ends).map((value) => sign * value)),
  );
  const pooled = { paths: paths.filter((path) => path.every(Number.isFinite)), areas: panel.units.length - treated };
  const rule = calledByLooks(groups.length, { rate, spending, fractions, seed }, pooled);
  return starts.flatMap((start) => effectsNeeded(start, { scale, sign, ends, rule }));
}

function refusedLength(months: number, groups: number): LengthPower {
  const refused =
    groups < 2
      ? 'One group by itself cannot be set among others: name more comparison areas in the charter.'
      : `A pilot of ${months} months cannot be tried on the months before the start: that takes ${LEAST_BEFORE + months} of them, so name an earlier first month in the charter.`;
  return {
    ...{ months, refused, once: null, looks: null, level: null },
    ...{ chanceOfMinimumEffect: null, chanceOfHarmBound: null, pilots: null },
  };
}
