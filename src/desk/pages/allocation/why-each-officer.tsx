import type { OptimalPlan, PlannedWard } from '../../../allocation/index.ts';
import { sayOfficers } from '../../say-officers.ts';

/** The reason for every officer, ward by ward: a list to open, reached from the map and the tables. */
export function WhyEachOfficer({ plan }: { plan: OptimalPlan }) {
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
                <WardReasons key={ward.code} ward={ward} limits={plan.limits} />
              ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function WardReasons({ ward, limits }: { ward: PlannedWard; limits: OptimalPlan['limits'] }) {
  return (
    <details class="govuk-details w-why">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{ward.name}</span>: {sayOfficers(ward)}
      </summary>
      {/* The id is inside: a browser opens a closed details when an address names something within it. */}
      <div class="govuk-details__text" id={`why-${ward.code}`} tabIndex={-1}>
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
      </div>
    </details>
  );
}
