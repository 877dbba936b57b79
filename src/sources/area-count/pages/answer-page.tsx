import { Answer } from '../../../ui/answer.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Page } from '../../../ui/layout.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { monthsText } from '../../pages/months-text.ts';
import { SOURCE_WORDS, sayIncidents } from '../counted-kinds.ts';
import type { AreaCount } from '../model.ts';
import { AreaSection } from './area-section.tsx';
import { ChangeButton, FilesForm } from './files-form.tsx';
import { type AnswerPageModel, AREA_COUNT } from './model.ts';
import { OriginSection } from './origin-section.tsx';

/** Areas that get a chart; the figures of every one are in the table and the files. */
const MOST_DRAWN = 10;

/** What was counted in each area, by month and type, and which files it came from. */
export function AnswerPage({ unit, count, typed }: AnswerPageModel) {
  const { areas } = count;
  return (
    <Page
      title="Incidents in an area"
      active={null}
      unit={unit}
      synthetic={false}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Count in an area', href: AREA_COUNT },
        { text: 'What was counted' },
      ]}
    >
      <h1 class="w-title w-file">
        {areas.length === 1 ? `Incidents in ${areas[0]?.name}` : 'Incidents in your areas'}
      </h1>
      <Whole {...count} />
      <ChangeButton />
      {areas.length > 1 ? <AreasTable {...count} /> : null}
      {areas.slice(0, MOST_DRAWN).map((area, at) => (
        <AreaSection key={at} id={`area-${at + 1}`} area={area} count={count} alone={areas.length === 1} />
      ))}
      {areas.length > MOST_DRAWN ? (
        <p class="w-body">
          The first {MOST_DRAWN} areas are drawn here. The files have the months and types of all{' '}
          {wholeNumber(areas.length)}.
        </p>
      ) : null}
      <OriginSection {...count} />
      <FilesForm typed={typed} />
    </Page>
  );
}

function Whole(count: AreaCount) {
  const { areas, from, to, source } = count;
  const [area] = areas;
  if (area !== undefined && areas.length === 1)
    return (
      <Answer figure={`${sayIncidents(count, area.incidents)},`}>
        {area.incidents === null
          ? `${monthsText(from, to)}: no file held covers this area.`
          : `${monthsText(from, to)}, on ${countWords(area.snapPoints, 'anonymised point')}.`}
      </Answer>
    );
  const incidents = areas.flatMap((each) => each.incidents ?? []);
  if (incidents.length === 0)
    return <Answer figure="Not covered:">{`no file held covers these areas, ${monthsText(from, to)}.`}</Answer>;
  const [least, most] = [Math.min(...incidents), Math.max(...incidents)].map(wholeNumber);
  return (
    <Answer
      figure={`${countWords(areas.length, 'area')}, with ${least} to ${most} ${SOURCE_WORDS[source].several} each,`}
    >
      {`${monthsText(from, to)}. Areas that overlap each count what they share, so they are not added up.`}
    </Answer>
  );
}

function AreasTable({ areas, from, to, source }: AreaCount) {
  type Row = { at: number; area: AreaCount['areas'][number] };
  const columns: Column<Row>[] = [
    {
      head: 'Area',
      rowHeader: true,
      cell: ({ at, area }) =>
        at <= MOST_DRAWN ? (
          <a class="govuk-link w-file" href={`#area-${at}`}>
            {area.name}
          </a>
        ) : (
          <span class="w-file">{area.name}</span>
        ),
    },
    {
      head: 'Incidents',
      number: true,
      cell: ({ area }) => (area.incidents === null ? 'not covered' : wholeNumber(area.incidents)),
    },
    { head: 'Points', number: true, cell: ({ area }) => wholeNumber(area.snapPoints) },
    {
      head: 'Gaps',
      number: true,
      cell: ({ area }) => wholeNumber(area.months.filter(({ incidents }) => incidents === null).length),
    },
  ];
  return (
    <section class="w-section">
      <DataTable
        caption="Each area"
        sub={`${SOURCE_WORDS[source].title}, ${monthsText(from, to)}. Points are the anonymised ones; gaps are months that no file covers.`}
        columns={columns}
        rows={areas.map((area, at) => ({ at: at + 1, area }))}
        rowKey={({ at }) => String(at)}
      />
    </section>
  );
}
