import { Form } from '../../../ui/form.tsx';
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

const PASSED_ON = 'passed-on';

/** Sends the question back to the form with everything as it was asked. */
export function ChangeButton() {
  return (
    <button type="submit" form={PASSED_ON} class="govuk-button govuk-button--secondary w-noprint">
      Change the question or the area
    </button>
  );
}

/** The question passed on to its files and back to the form: nothing of it is kept here to be asked for again. */
export function FilesForm({ typed }: { typed: TypedQuestion }) {
  return (
    <section class="w-section w-noprint" aria-labelledby="files">
      <h2 class="w-h2" id="files">
        These figures as files
      </h2>
      <p class="w-body">
        The area is not kept: this page passes it on to these files and back to the form, and no further. Text that a
        spreadsheet would run has an apostrophe before it.
      </p>
      <Form class="w-count-files" id={PASSED_ON} action={`${AREA_COUNT}/change`} files>
        {FIELDS.map((field) => (
          <input key={field} type="hidden" name={field} value={typed[field]} />
        ))}
        {TABLES.map(({ table, title }) => (
          <fieldset key={table} class="govuk-fieldset w-wardmap__buttons">
            <legend class="w-h3">{title}</legend>
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
      </Form>
    </section>
  );
}
