import { measurePageAddress, seriesFileAddress } from './measure-address.ts';
import type { MeasurePageModel } from './model.ts';

/** What is shown, as files. */
export function DownloadsSection({ measure, place, vintageAsked, publishable }: MeasurePageModel) {
  const at = { area: place.word, vintage: vintageAsked };
  return (
    <section class="w-section" aria-labelledby="files">
      <h2 class="w-h2" id="files">
        These figures as files
      </h2>
      {publishable ? (
        <>
          <p class="w-body">
            A row for each area and month, with doubt, origin and vintage beside every figure. Text that a spreadsheet
            would run has an apostrophe before it.
          </p>
          <ul class="w-body-list">
            <li>
              <a class="govuk-link" href={seriesFileAddress(measure.name, at, 'csv')} download>
                CSV
              </a>
              , for spreadsheets
            </li>
            <li>
              <a class="govuk-link" href={seriesFileAddress(measure.name, at, 'txt')}>
                Notes
              </a>
              , to be read beside the CSV
            </li>
            <li>
              <a class="govuk-link" href={seriesFileAddress(measure.name, at, 'csv-metadata.json')}>
                Description of the CSV
              </a>
              , for machines (CSV on the Web)
            </li>
            <li>
              <a class="govuk-link" href={seriesFileAddress(measure.name, at, 'json')}>
                JSON
              </a>
              , all of it in one
            </li>
          </ul>
        </>
      ) : (
        <p class="w-body">
          Figures of people by ethnicity are given out for boroughs and forces only, since those of a small area are
          few.{' '}
          <a class="govuk-link" href={measurePageAddress(measure.name)}>
            Show the boroughs
          </a>
          .
        </p>
      )}
      <p class="w-body">
        <a class="govuk-link" href="/open-data">
          Open data
        </a>{' '}
        has this measure for every borough and ward of the unit, and every other table.
      </p>
    </section>
  );
}
