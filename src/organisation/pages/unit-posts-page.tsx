import { andList } from '../../ui/and-list.ts';
import { Answer } from '../../ui/answer.tsx';
import { countWords } from '../../ui/count-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { longDate } from '../../ui/long-date.ts';
import { percent } from '../../ui/percent.ts';
import { Tag } from '../../ui/tag.tsx';
import type { BoroughBalance } from '../strength/borough-balance.ts';
import type { FundedPost } from '../strength/funded-posts.ts';
import type { SharedPost } from '../strength/shared-posts.ts';
import type { WardStrength } from '../strength/ward-strength.ts';
import type { BookFrame } from './book-frame.ts';
import { BookPage, ChooseDay } from './book-page.tsx';
import { Holders } from './holders.tsx';
import { bookAddress } from './page-address.ts';
import { rankRows } from './rank-rows.ts';
import { RankTable } from './rank-table.tsx';
import { fullTimeEquivalents } from './say-full-time-equivalents.ts';
import type { Lead, UnitView } from './unit-view.ts';
import { VacancyTable } from './vacancy-table.tsx';

interface Given {
  frame: BookFrame;
  unit: UnitView;
}

/** The unit's posts and people on a day, for who reads all of them. */
export function UnitPostsPage({ frame, unit }: Given) {
  const { unit: all } = unit.strength;
  return (
    <BookPage frame={frame} path="/organisation" title={`Posts and people of ${frame.unit}`} over="Command unit">
      {all.people === null ? (
        <Answer figure={`${countWords(all.posts, 'post')} in the book.`}>
          Nobody’s posting is recorded, so it is not known who is in them.
        </Answer>
      ) : (
        <Answer
          figure={`${countWords(all.posts, 'post')}, ${countWords(all.people.heads, 'person', 'people')}, ${countWords(unit.vacancies.length, 'vacancy', 'vacancies')}.`}
          synthetic={frame.synthetic}
        >
          {sayFloors(unit)}
        </Answer>
      )}
      <ChooseDay frame={frame} path="/organisation" />
      <div class="w-cols w-cols--half">
        <RanksByBorough frame={frame} unit={unit} />
        <div>
          <LeadsTable frame={frame} unit={unit} />
          <Ratios unit={unit} />
        </div>
      </div>
      <Floors frame={frame} unit={unit} />
      <Balance frame={frame} unit={unit} />
      <SharedAndFunded frame={frame} unit={unit} />
      <section class="w-section" aria-labelledby="vacancies">
        <h2 class="w-h2" id="vacancies">
          What is vacant
        </h2>
        {unit.vacancies.length === 0 ? (
          <p class="w-body">{all.people === null ? 'Not known.' : 'Nothing.'}</p>
        ) : (
          <VacancyTable vacancies={unit.vacancies} synthetic={frame.synthetic} />
        )}
      </section>
      <EveryWard frame={frame} unit={unit} />
    </BookPage>
  );
}

function sayFloors(unit: UnitView): string {
  const { below, recorded } = unit;
  if (recorded === 0) return sayUnrecorded(unit);
  const said =
    below.length === 0
      ? `Each of the ${countWords(recorded, 'ward')} has its floor.`
      : `Of ${countWords(recorded, 'ward')}, ${andList(below.map(({ name }) => name))} ${below.length === 1 ? 'is' : 'are'} below the floor.`;
  return `${said} ${sayUnrecorded(unit)}`.trim();
}

/** Empty when it is recorded of every borough. */
function sayUnrecorded({ unrecorded }: UnitView): string {
  return unrecorded.length === 0
    ? ''
    : `Who is posted in the wards of ${andList(unrecorded)} is not recorded, so whether they have their floor is not known.`;
}

function RanksByBorough({ frame, unit }: Given) {
  const years = [...new Set(unit.budgets.map(({ year }) => year))];
  return (
    <RankTable
      caption="By borough and rank"
      sub={`Full-time equivalents; of a shared post each borough has its part. ${years.length === 0 ? 'No budget is recorded.' : `Budget: ${andList(years)}.`}`}
      synthetic={frame.synthetic}
      sections={[
        ...unit.boroughs.map((borough) => ({
          heading: (
            <a class="govuk-link" href={bookAddress(`/organisation/boroughs/${borough.code}`, frame)}>
              {borough.name}
            </a>
          ),
          kind: 'group' as const,
          rows: rankRows(
            borough.byRank.map(({ rank, apportioned }) => ({ rank, ...apportioned })),
            unit.budgets.filter(({ boroughCode }) => boroughCode === borough.code),
          ),
        })),
        {
          heading: 'The unit, each post once',
          kind: 'group' as const,
          // A budget is a borough's: what the unit has beyond both is in nobody's.
          rows: rankRows(unit.strength.byRank, []),
        },
      ]}
    />
  );
}

function LeadsTable({ frame, unit }: Given) {
  return (
    <DataTable<Lead>
      caption="Who leads what"
      sub="Each strand is led across boroughs; each borough has a superintendent by name"
      synthetic={frame.synthetic}
      phones="stack"
      rows={unit.leads}
      rowKey={({ what }) => what}
      columns={[
        { head: 'What', rowHeader: true, cell: ({ what }) => what },
        {
          head: 'Who, and since when',
          full: true,
          cell: ({ lines }) =>
            lines.length === 0 ? (
              <Tag text="nobody is named" />
            ) : (
              lines.map((line) => <Holders key={line.post.reference} line={line} />)
            ),
        },
      ]}
    />
  );
}

function Ratios({ unit: { management, investigation } }: { unit: UnitView }) {
  const { management: managing, operational } = management;
  const people = managing.people !== null && operational.people !== null;
  const heads = `${countWords(managing.people?.heads ?? managing.posts, people ? 'person' : 'post', people ? 'people' : 'posts')} manage and ${operational.people?.heads ?? operational.posts} police`;
  const ratio = management.strengthRatio ?? management.establishmentRatio;
  return (
    <>
      <h2 class="w-h3">Management and operations</h2>
      <p class="w-body">
        <b>{heads}</b>
        {ratio === null ? '.' : `: ${ratio.toFixed(1)} full-time equivalents who police to one who manages.`} Inspectors
        and above manage.
      </p>
      <h2 class="w-h3">Supervision in investigation</h2>
      <p class="w-body">
        {investigation === null ? (
          'The book has no detectives.'
        ) : (
          <>
            <b>{`${investigation.words.charAt(0).toUpperCase()}${investigation.words.slice(1)}`}</b>:{' '}
            {fullTimeEquivalents(investigation.sergeants)} and {fullTimeEquivalents(investigation.constables)}.
          </>
        )}
      </p>
    </>
  );
}

function Floors({ frame, unit }: Given) {
  const { below, notDeployable } = unit;
  const rows = [
    ...below.map((ward) => ({ ward, tag: <Tag text="below" weight="breach" /> })),
    ...(notDeployable ?? []).map((ward) => ({ ward, tag: <Tag text="not deployable" /> })),
  ];
  return (
    <section class="w-section" aria-labelledby="floors">
      <h2 class="w-h2" id="floors">
        Wards below their floor
      </h2>
      {rows.length === 0 ? (
        <p class="w-body">
          {unit.recorded === 0 ? 'Not known: who is posted in them is not recorded.' : 'None on this day.'}
        </p>
      ) : (
        <DataTable<{ ward: WardStrength; tag: preact.ComponentChildren }>
          caption="Below, or at the floor on paper alone"
          sub="Whole full-time equivalents posted, and deployable; promised in brackets"
          synthetic={frame.synthetic}
          phones="stack"
          rows={rows}
          rowKey={({ ward }) => ward.code}
          columns={[
            {
              head: 'Ward',
              rowHeader: true,
              cell: ({ ward }) => (
                <a class="govuk-link" href={bookAddress(`/organisation/wards/${ward.code}`, frame)}>
                  {ward.name}
                </a>
              ),
            },
            { head: 'Floor', cell: ({ tag }) => tag },
            {
              head: 'Officers posted',
              number: true,
              cell: ({ ward: { dwo } }) => `${dwo.posted.whole} (${dwo.floor})`,
            },
            { head: 'deployable', number: true, cell: ({ ward: { dwo } }) => dwo.deployable?.whole ?? 'not shown' },
            {
              head: 'PCSOs posted',
              number: true,
              cell: ({ ward: { pcso } }) => `${pcso.posted.whole} (${pcso.floor})`,
            },
            { head: 'deployable ', number: true, cell: ({ ward: { pcso } }) => pcso.deployable?.whole ?? 'not shown' },
          ]}
        />
      )}
      <p class="w-body">
        <a class="govuk-link" href={bookAddress('/organisation/check', frame)}>
          Every rule of the book, and where it is broken
        </a>
      </p>
    </section>
  );
}

function Balance({ frame, unit: { balance } }: Given) {
  if (balance === null) return null;
  const constables = balance.byRank.find(({ rank }) => rank === 'Constable')?.boroughs ?? [];
  const rows = constables.length === 0 ? balance.boroughs : constables;
  const [most] = rows.toSorted((a, b) => (b.strength ?? b.posts).difference - (a.strength ?? a.posts).difference);
  if (most === undefined) return null;
  const gap = (most.strength ?? most.posts).difference;
  return (
    <section class="w-section" aria-labelledby="balance">
      <h2 class="w-h2" id="balance">
        Demand and constables between boroughs
      </h2>
      <p class="w-answer">
        <b>
          {gap < 0.05
            ? 'Constables stand as demand does.'
            : `${most.name} has ${gap.toFixed(1)} constables more than its share of demand.`}
        </b>
      </p>
      <DataTable<BoroughBalance>
        caption="Shares of demand and of constables"
        sub="Full-time equivalents in post, of a shared post each borough’s part; what no borough has is left out"
        synthetic={frame.synthetic}
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { head: 'Borough', rowHeader: true, cell: ({ name }) => name },
          { head: 'Share of demand', number: true, cell: ({ demandShare }) => percent(demandShare) },
          {
            head: 'Constables',
            number: true,
            cell: (row) => fullTimeEquivalents((row.strength ?? row.posts).fullTimeEquivalents),
          },
          { head: 'Share of them', number: true, cell: (row) => sayShare((row.strength ?? row.posts).share) },
          { head: 'More or fewer', number: true, cell: (row) => signed((row.strength ?? row.posts).difference) },
        ]}
      />
    </section>
  );
}

const sayShare = (share: number | null): string => (share === null ? 'none' : percent(share));
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

function SharedAndFunded({ frame, unit }: Given) {
  if (unit.shared.length + unit.funded.length === 0) return null;
  return (
    <section class="w-section" aria-labelledby="shared">
      <h2 class="w-h2" id="shared">
        Posts that are shared, or paid for by somebody else
      </h2>
      <div class="w-cols w-cols--half">
        {unit.shared.length === 0 ? null : (
          <DataTable<SharedPost>
            caption="Shared posts"
            sub="On each borough’s page, and once in the unit"
            synthetic={frame.synthetic}
            phones="stack"
            rows={unit.shared}
            rowKey={({ post }) => post}
            columns={[
              {
                head: 'Post',
                rowHeader: true,
                cell: ({ title, rank }) => `${title}${rank === 'Constable' ? '' : ` (${rank.toLowerCase()})`}`,
              },
              {
                head: 'Whose',
                cell: ({ shares }) =>
                  andList(shares.map(({ borough, fraction }) => `${borough} ${fullTimeEquivalents(fraction)}`)),
              },
              { head: 'In post', number: true, cell: ({ filled }) => fullTimeEquivalents(filled) },
            ]}
          />
        )}
        {unit.funded.length === 0 ? null : (
          <DataTable<FundedPost>
            caption="Funded posts"
            sub="Those whose money ends first come first"
            synthetic={frame.synthetic}
            phones="stack"
            rows={unit.funded}
            rowKey={({ post }) => post}
            columns={[
              { head: 'Post', rowHeader: true, cell: ({ title }) => title },
              { head: 'Who pays', cell: ({ fundedBy }) => fundedBy },
              {
                head: 'Until',
                cell: ({ fundedUntil, over }) => (
                  <>
                    {fundedUntil === null ? 'not recorded' : longDate(fundedUntil)}{' '}
                    {over ? <Tag text="over" weight="breach" /> : null}
                  </>
                ),
              },
            ]}
          />
        )}
      </div>
    </section>
  );
}

function EveryWard({ frame, unit }: Given) {
  return (
    <section class="w-section" aria-labelledby="wards">
      <h2 class="w-h2" id="wards">
        Every ward
      </h2>
      {unit.boroughs.map(({ code, name }) => (
        <div key={code}>
          <h3 class="w-h3">{name}</h3>
          <ul class="w-body-list w-body-list--columns">
            {unit.wards
              .filter(({ boroughCode }) => boroughCode === code)
              .map((ward) => (
                <li key={ward.code}>
                  <a class="govuk-link" href={bookAddress(`/organisation/wards/${ward.code}`, frame)}>
                    {ward.name}
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
