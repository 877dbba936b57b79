import type { OpenTable } from '../../lib/tables/index.ts';
import type { HeldPart, UsedFinding } from '../completeness/model.ts';
import { sayFinding } from '../completeness/say-finding.ts';
import { isPublishable } from './publishable-sets.ts';

/** Months of files held that are not complete, and why; months that are not listed are, as far as can be told. */
export function completenessTable(parts: readonly HeldPart[], made: string): OpenTable {
  const text = (name: string, title: string, description: string, always = true) =>
    ({ name, title, description, type: 'text', always }) as const;
  const number = (name: string, title: string, description: string) =>
    ({ name, title, description, type: 'number', always: false }) as const;
  return {
    name: 'completeness',
    title: 'Months that are not complete',
    description: 'For every file held, the months that are absent, stubs, short or zero, and of which areas.',
    columns: [
      { name: 'finding', title: 'Finding', description: 'Number of the row.', type: 'whole number', always: true },
      text('vintage', 'Vintage', 'Vintage that the file is of.'),
      text('file', 'File', 'Name of the file.'),
      text('publisher', 'Dataset', 'Short word for whose counts they are.'),
      text('area_set', 'Set of areas', 'Set of areas that the file has figures of.'),
      { ...text('month', 'Month', 'The month it is about.'), type: 'month' },
      text('state', 'State', 'absent, stub, short or zero.'),
      text('area_codes', 'Areas', 'Codes of the areas it is about, with a space between; empty for all.', false),
      text('categories', 'Source categories', 'Those it is about, with a space between; empty for all.', false),
      number('total', 'Total', 'What the file has in the month, of these areas and categories.'),
      number('expected', 'Expected', 'What the months around it lead one to expect.'),
      text('because', 'Because', 'The reason in words.'),
      text('used_instead', 'Used instead', 'File whose figures of the month are used instead of this one’s.', false),
    ],
    key: ['finding'],
    rows: published(parts).map(({ part, finding }, at) => [
      at + 1,
      part.vintage,
      part.file,
      part.publisher,
      part.boundaryVersion,
      finding.month,
      finding.state,
      finding.areaCodes?.join(' ') ?? null,
      finding.categories?.join(' ') ?? null,
      finding.total,
      finding.expected,
      sayFinding(finding),
      finding.unusedBy,
    ]),
    notes: [
      'A month that is not listed is complete as far as can be told from the months around it.',
      'Findings about searches by ethnicity are listed for boroughs and forces only, and none about other counts of few people.',
    ],
    sources: [],
    made,
  };
}

function published(parts: readonly HeldPart[]): { part: HeldPart; finding: UsedFinding }[] {
  return parts.flatMap((part) =>
    part.findings
      .filter(({ categories }) => (categories ?? []).every((each) => isPublishable(each, part.boundaryVersion)))
      .map((finding) => ({ part, finding })),
  );
}
