import type { CountTable } from '../count-tables.ts';
import { FIELDS, type TypedQuestion } from '../typed-question.ts';
import { AREA_COUNT } from './model.ts';

const TABLES: { table: CountTable; title: string }[] = [
  { table: 'area-count-by-month', title: 'By month' },
  { table: 'area-count-by-type', title: 'By month and type' },
];
const FORMATS = [
  { format: 'csv', text: 'CSV' },
  { format: 'txt', text: 'Notes' },
  { format: 'csv-metadata.json', text: 'Description of the CSV' },
  { format: 'json', text: 'JSON' },
] as const;

/** The question passed on to its files and back to the form: nothing of it is kept here to be asked for again. */
export function FilesForm({ typed }: { typed: TypedQuestion }) {
  return (
    <form class="w-noprint w-count-files" action={`${AREA_COUNT}/change`} method="post" enctype="multipart/form-data">
      {FIELDS.map((field) => (
        <input key={field} type="hidden" name={field} value={typed[field]} />
      ))}
      <button type="submit" class="govuk-button govuk-button--secondary">
        Change the question or the area
      </button>
      {TABLES.map(({ table, title }) => (
        <fieldset key={table} class="govuk-fieldset w-wardmap__buttons">
          <legend class="w-h3">{title}, as a file</legend>
          {FORMATS.map(({ format, text }) => (
            <button
              key={format}
              type="submit"
              formAction={`${AREA_COUNT}/${table}.${format}`}
              class="govuk-button govuk-button--secondary"
            >
              {text}
              <span class="govuk-visually-hidden"> {title.toLowerCase()}</span>
            </button>
          ))}
        </fieldset>
      ))}
    </form>
  );
}
