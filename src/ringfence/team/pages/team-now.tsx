import { Answer } from '../../../ui/answer.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { sayTeamNow } from '../say-team-now.ts';
import { sayAt } from '../say-times.ts';
import { UNCOUNTED } from '../say-uncounted.ts';
import { sayWhere } from '../say-where.ts';
import type { TeamView, WardNow } from '../team-view.ts';
import type { Whereabouts } from '../where-now.ts';
import { AlertList } from './alert-list.tsx';

export type TeamNowModel = Pick<TeamView, 'now' | 'wards' | 'alerts' | 'synthetic' | 'writes'> & {
  /** Address of this part of the page by itself. */
  address: string;
  /** Address of the whole page, for who reads without script. */
  page: string;
};

const CLASS_WORDS = { floor: 'Officer', extra: 'Officer, above the floor', pcso: 'PCSO' } as const;

/** Who is where now, and what that is reason to act on: the part of the page that keeps itself up to date. */
export function TeamNow({ now, wards, alerts, synthetic, writes, address, page }: TeamNowModel) {
  const { figure, rest } = sayTeamNow(wards);
  const said = [figure, rest, ...alerts.map(({ sentence }) => sentence)].filter((each) => each !== '').join(' ');
  return (
    <div id="team-now" class="w-team" data-live={address} data-said={said}>
      <Answer figure={figure} synthetic={synthetic}>
        {rest}
      </Answer>
      <p class="w-note">
        As of {sayAt(now, now)}. <span class="w-live">It keeps itself up to date.</span>{' '}
        <a class="govuk-link" href={page}>
          Look again
        </a>
      </p>
      <AlertList alerts={alerts} writes={writes} />
      {wards.map((each) => (
        <WardTable key={each.ward.place} now={now} wardNow={each} writes={writes} />
      ))}
    </div>
  );
}

function WardTable({
  now,
  wardNow: { ward, rows, uncounted },
  writes,
}: {
  now: Date;
  wardNow: WardNow;
  writes: boolean;
}) {
  return (
    <DataTable
      caption={ward.name}
      phones="stack"
      {...(rows.length === 0 ? { sub: 'Nobody is posted to this ward today.' } : {})}
      columns={[
        {
          head: 'Who',
          rowHeader: true,
          cell: ({ officer }) => (
            <>
              <b>{officer.name}</b> <span class="w-small">{CLASS_WORDS[officer.postClass]}</span>
            </>
          ),
        },
        {
          head: 'Where',
          cell: ({ where }) => {
            const { place } = sayWhere(where, now);
            if (where.kind === 'away') return <Tag text={place} weight="clear" />;
            return where.kind === 'on-ward' ? <b>{place}</b> : place;
          },
        },
        {
          head: 'What is known of it',
          full: true,
          cell: ({ officer, where }) => (
            <>
              {sayWhere(where, now).detail}{' '}
              {isUncounted(where, uncounted) ? <span class="w-line">{UNCOUNTED}</span> : null}{' '}
              {writes ? <Ways {...officer} where={where} /> : null}
            </>
          ),
        },
      ]}
      rows={[...rows]}
      rowKey={({ officer }) => String(officer.officer)}
    />
  );
}

/** Whether the duty that is told of counts in no ward. */
function isUncounted(where: Whereabouts, uncounted: ReadonlySet<number>): boolean {
  const duty = where.kind === 'off-duty' ? where.next : where.duty;
  return duty !== null && uncounted.has(duty.id);
}

/** What the sergeant may record for the officer: what came by radio, and duties and leave that no roster told of. */
function Ways({ officer, name, where }: { officer: number; name: string; where: Whereabouts }) {
  return (
    <span class="w-ways w-noprint">
      {[...waysOf(where), { href: `/ringfence/duties/of/${officer}/new`, text: 'Add a duty, pattern or leave' }].map(
        ({ href, text }) => (
          <a key={href} class="govuk-link" href={href}>
            {text}
            <span class="govuk-visually-hidden">: {name}</span>
          </a>
        ),
      )}
    </span>
  );
}

function waysOf(where: Whereabouts): { href: string; text: string }[] {
  if (where.kind === 'on-ward')
    return [{ href: `/ringfence/team/duties/${where.duty.id}/away`, text: 'Record a time away' }];
  if (where.kind !== 'away') return [];
  return [{ href: `/ringfence/team/absences/${where.absence.id}/correct`, text: 'Say when they were back' }];
}
