import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { countWords } from '../../../ui/count-words.ts';
import { Details } from '../../../ui/details.tsx';
import { type FormProblem, ProblemSummary } from '../../../ui/form-page.tsx';
import { Page } from '../../../ui/layout.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { moment } from '../../../ui/moment.ts';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { sayGap } from '../say-gap.ts';
import type { TeamView } from '../team-view.ts';
import { DoList } from './do-list.tsx';
import { TeamNow } from './team-now.tsx';
import { ToConfirmSection } from './to-confirm-section.tsx';

export interface TeamPageModel extends TeamView {
  /** Code of the ward that was chosen; null for the reader's own. */
  chosen: string | null;
  /** What was just done, in sentences; empty when nothing was. */
  done: string;
  /** What could not be confirmed, in sentences. */
  problems: readonly FormProblem[];
}

/** Who is where now, what needs confirming, what phones hold, and tomorrow's gaps: one page for a sergeant's phone and desk. */
export function TeamPage(model: TeamPageModel) {
  const { wards, chosen, done, now, writes, held, gaps, tomorrow, phones, synthetic, duties, absences, problems } =
    model;
  const query = chosen === null ? '' : `?ward=${chosen}`;
  const names = wards.map(({ ward }) => ward.name);
  return (
    <Page
      title="My team"
      active="/ringfence/team"
      unit={null}
      synthetic={synthetic}
      islands={['team-live']}
      breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'My team' }]}
    >
      <ProblemSummary problems={problems} />
      {done === '' ? null : <NotificationBanner success heading={done} />}
      <h1 class="w-title">
        <span class="w-over">{longDate(todayInLondon(now))}</span>
        {writes ? 'My team' : `The team of ${names.join(' and ')}`}
      </h1>
      {writes ? null : <p class="w-lead">You may read this and not change it: it is another borough’s.</p>}
      <DoList here="/ringfence/team" />
      <p class="govuk-visually-hidden" aria-live="polite" data-live-said="" />
      <TeamNow {...model} address={`/ringfence/team/now${query}`} page={`/ringfence/team${query}`} />
      <ToConfirmSection duties={duties} absences={absences} writes={writes} ward={chosen} />
      <HeldSection held={held} />
      <GapsSection gaps={gaps} tomorrow={tomorrow} writes={writes} />
      <PhonesSection phones={phones} />
      <OtherWards model={model} />
    </Page>
  );
}

function HeldSection({ held }: Pick<TeamView, 'held'>) {
  if (held.length === 0) return null;
  return (
    <section class="w-section w-team" aria-labelledby="held">
      <h2 class="w-h2" id="held">
        Held from phones
      </h2>
      <p class="w-body">
        {countWords(held.length, 'record')} came from a phone and could not be recorded as sent. Nothing of it is lost.
      </p>
      <ul class="w-entries">
        {held.map(({ id, name, at, said, settle }) => (
          <li key={id}>
            <p>
              <b>{name}</b>, pressed at {moment(at)}
            </p>
            <p>
              {said}{' '}
              {settle === null ? null : (
                <a class="govuk-link" href={settle}>
                  Put it right<span class="govuk-visually-hidden"> for {name}</span>
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function GapsSection({ gaps, tomorrow, writes }: Pick<TeamView, 'gaps' | 'tomorrow' | 'writes'>) {
  return (
    <section class="w-section w-team" aria-labelledby="gaps">
      <h2 class="w-h2" id="gaps">
        Tomorrow’s gaps
      </h2>
      {gaps.length === 0 ? (
        <p class="w-body">None: the planned cover of {longDate(tomorrow)} is there.</p>
      ) : (
        <ul class="w-entries">
          {gaps.map((gap) => (
            <li key={`${gap.place} ${gap.kind} ${gap.from.toISOString()}`}>
              <p>
                {sayGap(gap, gap.ward.name)}{' '}
                {writes ? (
                  <a
                    class="govuk-link"
                    href={`/ringfence/team/cover?ward=${gap.ward.code}&kind=${gap.kind}&from=${gap.from.toISOString()}`}
                  >
                    Find cover
                    <span class="govuk-visually-hidden"> for it</span>
                  </a>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function PhonesSection({ phones }: Pick<TeamView, 'phones'>) {
  return (
    <section class="w-section w-team" aria-labelledby="phones">
      <h2 class="w-h2" id="phones">
        Phones
      </h2>
      {phones.length === 0 ? (
        <p class="w-body">No phone of the team says that it holds anything unsent.</p>
      ) : (
        <ul class="w-entries">
          {phones.map(({ id, name, said }) => (
            <li key={id}>
              <p>
                <b>{name}</b>: {said}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p class="w-body">
        <a class="govuk-link" href="/ringfence/phones">
          Every phone of the team
        </a>
      </p>
    </section>
  );
}

/** Wards that may be looked at instead, for who reads more than one team. */
function OtherWards({ model: { choices, wards } }: { model: TeamPageModel }) {
  const others = choices.filter(({ place }) => !wards.some(({ ward }) => ward.place === place));
  if (others.length === 0) return null;
  return (
    <Details summary="Another ward">
      <ul class="w-body-list w-body-list--columns">
        {others.map(({ place, code, name }) => (
          <li key={place}>
            <a class="govuk-link" href={`/ringfence/team?ward=${code}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Details>
  );
}
