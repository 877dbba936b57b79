import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/layout.tsx';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { SyntheticMark } from '../../ui/synthetic-mark.tsx';
import { besideAddress, PILOTS, resultAddress } from './addresses.ts';
import type { ListedPilot, PageUnit } from './model.ts';
import { StandingTag, StateTag } from './state-tag.tsx';

export interface PilotsPageModel {
  unit: PageUnit;
  /** Those that everybody may read, and for who keeps charters the drafts too. */
  pilots: readonly ListedPilot[];
  /** Whether who asks may write a charter. */
  mayWrite: boolean;
}

/** Every pilot with where it stands, and what a charter is. */
export function PilotsPage({ unit, pilots, mayWrite }: PilotsPageModel) {
  const open = pilots.filter(({ shown }) => shown.standing !== 'draft' && shown.standing !== 'partly signed');
  const drafts = pilots.filter((pilot) => !open.includes(pilot));
  const waiting = pilots.filter(({ waits }) => waits !== null);
  return (
    <Page
      title="Pilots"
      active={PILOTS}
      unit={unit}
      synthetic={pilots.some(({ shown }) => shown.charter.synthetic)}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Pilots' }]}
    >
      <h1 class="w-title">Is what we are trying working?</h1>
      <p class="w-lead">
        Before a pilot begins, both councils and the police sign a charter: what would count as working, what would stop
        it, when it is looked at, and how it is undone. From then on it is worked out the same way every month from
        public figures.
      </p>
      {waiting.length === 0 ? null : (
        <section class="w-section w-noprint" aria-labelledby="waits">
          <h2 class="w-h2" id="waits">
            What waits
          </h2>
          <ul class="w-body-list">
            {waiting.map(({ shown, waits }) => (
              <li key={shown.charter.name}>
                <a class="govuk-link" href={besideAddress(shown.charter.name, 'charter')}>
                  {shown.charter.title}
                </a>
                : {waits}
              </li>
            ))}
          </ul>
        </section>
      )}
      {open.length === 0 ? (
        <p class="w-body">No pilot has a charter that is signed and published yet.</p>
      ) : (
        <Pilots caption="Pilots" pilots={open} />
      )}
      {drafts.length === 0 ? null : <Pilots caption="Drafts, not yet signed by all" pilots={drafts} />}
      {mayWrite ? (
        <p class="w-body w-noprint">
          <a class="govuk-link" href={`${PILOTS}/new`}>
            Write a charter
          </a>
        </p>
      ) : null}
    </Page>
  );
}

function Pilots({ caption, pilots }: { caption: string; pilots: readonly ListedPilot[] }) {
  return (
    <DataTable<ListedPilot>
      caption={caption}
      columns={COLUMNS}
      rows={[...pilots]}
      rowKey={({ shown }) => shown.charter.name}
      phones="stack"
    />
  );
}

const COLUMNS: Column<ListedPilot>[] = [
  {
    head: 'Pilot',
    rowHeader: true,
    cell: ({ shown: { charter } }) => (
      <span>
        <a class="govuk-link" href={resultAddress(charter.name)}>
          {charter.title}
        </a>{' '}
        {charter.synthetic ? <SyntheticMark /> : null}
        <br />
        <small>{charter.name}</small>
      </span>
    ),
  },
  { head: 'Where', cell: ({ areas }) => andList([...areas]) },
  {
    head: 'From',
    cell: ({ shown: { charter } }) => andList([...new Set(charter.treated.map(({ start }) => monthName(start)))]),
  },
  { head: 'Charter', cell: ({ shown }) => <StandingTag standing={shown.standing} /> },
  { head: 'State', cell: ({ state }) => (state.kind === 'known' ? <StateTag state={state.state} /> : '–') },
  {
    head: 'In a line',
    full: true,
    cell: ({ state }) =>
      state.kind === 'known'
        ? state.line
        : state.kind === 'working'
          ? 'Being worked out: open it to wait for it.'
          : sentenceCase(state.because),
  },
];
