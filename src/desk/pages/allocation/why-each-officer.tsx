import { useState } from 'preact/hooks';
import type { OptimalPlan, PlannedWard } from '../../../allocation/index.ts';
import { sayOfficers } from '../../say-officers.ts';

/**
 * The reason for every officer, ward by ward: a list to open, reached from the map and the tables.
 * @param whenOpened leaves the reasons out of a list until it is opened, where scripts draw it
 */
export function WhyEachOfficer({ plan, whenOpened = false }: { plan: OptimalPlan; whenOpened?: boolean }) {
  const boroughs = [...new Set(plan.wards.map((ward) => ward.borough))].toSorted();
  return (
    <section class="w-section" aria-labelledby="why">
      <h2 class="w-h2" id="why">
        Why each officer
      </h2>
      <p class="w-body">
        {plan.decidedBy === 'solver'
          ? 'Every officer above the floor has one reason: demand alone, or a side rule.'
          : 'Every officer above the floor has a turn in the hand-out and one reason.'}{' '}
        Open a ward to read them.
      </p>
      <div class="w-cols w-cols--half">
        {boroughs.map((borough) => (
          <div key={borough}>
            <h3 class="w-h3">{borough}</h3>
            {plan.wards
              .filter((ward) => ward.borough === borough)
              .toSorted((a, b) => (a.name < b.name ? -1 : 1))
              .map((ward) => (
                <WardReasons key={ward.code} ward={ward} limits={plan.limits} whenOpened={whenOpened} />
              ))}
          </div>
        ))}
      </div>
    </section>
  );
}

interface WardReasonsProps {
  ward: PlannedWard;
  limits: OptimalPlan['limits'];
  whenOpened: boolean;
}

function WardReasons({ ward, limits, whenOpened }: WardReasonsProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="govuk-details w-why" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{ward.name}</span>: {sayOfficers(ward)}
      </summary>
      {/* The id is inside: a browser opens a closed details when an address names something within it. */}
      <div class="govuk-details__text" id={`why-${ward.code}`} tabIndex={-1}>
        {whenOpened && !opened ? null : <Reasons ward={ward} limits={limits} />}
      </div>
    </details>
  );
}

function Reasons({ ward, limits }: Pick<WardReasonsProps, 'ward' | 'limits'>) {
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">
        <li>{sayOfficers(limits.floors)}: every ward has them.</li>
        {ward.awards.map(({ rank, reason }) => (
          <li key={`officer ${rank}`}>{reason}</li>
        ))}
        {ward.pcsoAwards.map(({ rank, reason }) => (
          <li key={`PCSO ${rank}`}>{reason}</li>
        ))}
      </ul>
      <p class="w-body">
        <a class="govuk-link" href={`/ward/${ward.code}`}>
          The page of {ward.name}
        </a>
      </p>
    </>
  );
}
