import { bookAddress } from '../page-address.ts';
import type { OfUnit } from './of-unit.ts';

/** A link to every ward, by borough. */
export function EveryWard({ frame, unit }: OfUnit) {
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
