import { referenceAreas } from '../../geography/index.ts';
import { addMonths, type Month, monthsBetween } from '../../lib/calendar/month.ts';
import type { Problem } from '../../lib/refused.ts';
import type { Charter } from '../model.ts';

/** A charter needs this many months before the start for any comparison to be made. */
const LEAST_MONTHS_BEFORE = 4;

const problem = (field: string, sentence: string): Problem => ({ field, sentence: `${field}: ${sentence}` });

/** The first month of a group that is judged. */
const judgedFrom = ({ start, transitionMonths }: Charter['treated'][number]): Month =>
  addMonths(start, transitionMonths);

/** Values that stand in a list more than once, each once. */
const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

function treatedProblems({ treated, comparison }: Charter): Problem[] {
  const areas = treated.flatMap((group) => group.areas);
  const excluded = comparison.excluded.map(({ area }) => area);
  const named = comparison.from === 'all others' ? [] : comparison.from;
  return [
    ...repeated(treated.map(({ name }) => name)).map((name) =>
      problem('treated', `two groups are called ${name}; give each a name of its own.`),
    ),
    ...repeated(areas).map((area) => problem('treated', `${area} is treated twice; name each area once.`)),
    ...repeated(excluded).map((area) => problem('comparison.excluded', `${area} is left out twice; name it once.`)),
    ...repeated(named).map((area) => problem('comparison.from', `${area} is named twice; name it once.`)),
    ...excluded
      .filter((area) => areas.includes(area))
      .map((area) =>
        problem(
          'comparison.excluded',
          `${area} is treated as well; a treated area is never compared with, so leave it out of this list.`,
        ),
      ),
    ...named
      .filter((area) => areas.includes(area) || excluded.includes(area))
      .map((area) =>
        problem(
          'comparison.from',
          `${area} is ${areas.includes(area) ? 'treated' : 'left out'} as well; name it in one place only.`,
        ),
      ),
  ];
}

function monthProblems({ treated, preFrom, end, looks }: Charter): Problem[] {
  const [first = end] = treated.map(judgedFrom).toSorted();
  const early = looks.filter((look) => look < first);
  return [
    ...treated.flatMap((group, at) => [
      monthsBetween(preFrom, group.start) < LEAST_MONTHS_BEFORE
        ? problem(
            'preFrom',
            `${preFrom} is less than ${LEAST_MONTHS_BEFORE} months before ${group.name} starts in ${group.start}; begin earlier.`,
          )
        : null,
      judgedFrom(group) > end
        ? problem(
            `treated[${at}].start`,
            `${group.name} would first be judged in ${judgedFrom(group)}, after the end ${end}; start earlier or end later.`,
          )
        : null,
    ]),
    looks.some((look, at) => at > 0 && look <= (looks[at - 1] ?? look))
      ? problem('looks', 'the months are not in order; write each once, the earliest first.')
      : null,
    early.length > 0
      ? problem(
          'looks',
          `${early.join(', ')} ${early.length === 1 ? 'comes' : 'come'} before the first month that is judged, ${first}; look from then on.`,
        )
      : null,
    looks.at(-1) === end ? null : problem('looks', `the last look must be the end, ${end}; add it, or change the end.`),
  ].filter((each) => each !== null);
}

function outcomeProblems({ outcomes, noDetriment, benefits, treated, chosenForBeingHigh }: Charter): Problem[] {
  const known = [...outcomes, ...noDetriment].map(({ measure }) => measure);
  const start = treated.map((group) => group.start).toSorted()[0] ?? '';
  return [
    outcomes.some(({ role }) => role === 'primary')
      ? null
      : problem('outcomes', 'none is primary; say by role "primary" what would count as working.'),
    outcomes.some(({ role }) => role === 'guard') || noDetriment.length > 0
      ? null
      : problem(
          'outcomes',
          'nothing guards against harm; give one the role "guard", or name a service measure in noDetriment.',
        ),
    ...repeated(outcomes.map(({ measure }) => measure)).map((measure) =>
      problem('outcomes', `${measure} is there twice; give each measure one role.`),
    ),
    ...repeated(noDetriment.map(({ measure }) => measure)).map((measure) =>
      problem('noDetriment', `${measure} is there twice; name it once.`),
    ),
    ...repeated(chosenForBeingHigh).map((measure) =>
      problem('chosenForBeingHigh', `${measure} is there twice; name it once.`),
    ),
    ...benefits.flatMap(({ measure, by }, at) => [
      measure === null || known.includes(measure)
        ? null
        : problem(`benefits[${at}].measure`, `${measure} is none of the outcomes; add it there, or write null.`),
      by < start ? problem(`benefits[${at}].by`, `${by} is before the start; name a later month.`) : null,
    ]),
  ].filter((each) => each !== null);
}

/** Boroughs have codes of this kind. */
const BOROUGH = /^E0[6-9]/;

/** Boroughs that are treated, or have a ward that is, each once. */
function boroughsConcerned({ treated, boundaryVersion }: Charter): string[] {
  const boroughs = new Map(referenceAreas(boundaryVersion).map(({ code, boroughCode }) => [code, boroughCode]));
  const areas = treated.flatMap((group) => group.areas);
  return [...new Set(areas.map((area) => boroughs.get(area) ?? area))].filter((area) => BOROUGH.test(area));
}

function signatoryProblems(charter: Charter): Problem[] {
  const { kind, signatories } = charter;
  const found = [
    ...repeated(signatories.map(({ organisation }) => organisation)).map((name) =>
      problem('signatories', `${name} is there twice; each organisation signs once.`),
    ),
    ...signatories.flatMap(({ body, borough, organisation }, at) =>
      (body === 'council') === (borough !== null)
        ? []
        : [
            problem(
              `signatories[${at}].borough`,
              body === 'council' ? `write the code of the borough of ${organisation}.` : 'write null for the police.',
            ),
          ],
    ),
  ];
  return kind === 'retrospective' ? found : [...found, ...policeProblems(charter), ...councilProblems(charter)];
}

function policeProblems({ signatories }: Charter): Problem[] {
  const police = signatories.filter(({ body }) => body === 'police');
  return [
    ...(police.length === 0
      ? [problem('signatories', 'nobody signs for the police; add a signatory with body "police".')]
      : []),
    ...(police.length > 1
      ? [
          problem(
            'signatories',
            `${police.map(({ organisation }) => organisation).join(' and ')} would all sign as the police; name one, and councils with body "council".`,
          ),
        ]
      : []),
    ...police
      .filter(({ organisation }) => /\bcouncil\b/i.test(organisation))
      .map(({ organisation }) =>
        problem('signatories', `${organisation} cannot sign as the police; write body "council" and its borough.`),
      ),
  ];
}

function councilProblems(charter: Charter): Problem[] {
  const councils = charter.signatories.filter(({ body }) => body === 'council');
  const boroughs = councils.flatMap(({ borough }) => (borough === null ? [] : [borough]));
  return [
    ...repeated(boroughs).map((code) =>
      problem('signatories', `two councils sign for ${code}; name the one whose borough it is.`),
    ),
    ...boroughsConcerned(charter)
      .filter((code) => !boroughs.includes(code))
      .map((code) =>
        problem(
          'signatories',
          `nobody signs for the council of ${code}, which is treated; add it with body "council".`,
        ),
      ),
    ...(councils.length === 0
      ? [problem('signatories', 'no council signs; add the council whose area is treated.')]
      : []),
  ];
}

/** What in a charter does not fit together: every problem, a sentence that names its field and says what to do. */
export const charterProblems = (charter: Charter): Problem[] => [
  ...treatedProblems(charter),
  ...monthProblems(charter),
  ...outcomeProblems(charter),
  ...signatoryProblems(charter),
];
