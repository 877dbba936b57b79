import type { Partition } from './model.ts';

const OUTCOMES = [
  ...['charged-or-summonsed', 'out-of-court', 'evidence-lacking-victim-supports', 'evidence-lacking-victim-does-not'],
  ...['no-suspect-identified', 'not-in-public-interest', 'another-body', 'other'],
];
const OFFENCES = ['rape-and-serious-sexual-offences', 'domestic-abuse'];

/** Measures that are sums of measures about few people: whoever knows the sum and all parts but one knows that one. */
export const PARTITIONS: readonly Partition[] = [
  ...OFFENCES.flatMap((offence) => [
    // The same crimes, told twice: beside their outcomes, and beside those charged.
    { total: `crime-outcomes-${offence}-recorded`, parts: [`charges-${offence}-recorded`] },
    {
      total: `crime-outcomes-${offence}-recorded`,
      parts: OUTCOMES.map((outcome) => `crime-outcomes-${offence}-${outcome}`),
    },
  ]),
];
