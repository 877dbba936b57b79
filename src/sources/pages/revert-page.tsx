import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/layout.tsx';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { ImportRecord } from '../model.ts';
import { monthsText } from './months-text.ts';

export interface RevertPageModel {
  unit: { name: string; boroughs: string[] };
  file: ImportRecord;
}

/** Asks once more before a file's figures stop counting. */
export function RevertPage({ unit, file }: RevertPageModel) {
  return (
    <Page
      title="Take back a file"
      active="/import"
      unit={unit}
      synthetic={false}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Import', href: '/import' }, { text: 'Take back a file' }]}
    >
      <h1 class="w-title w-file">Take back {file.file}?</h1>
      <p class="w-lead">
        Its {wholeNumber(file.rowsUsed)} rows ({file.recognisedAs}, {monthsText(file.from, file.to)}) stop counting at
        once, everywhere. Whatever they replaced counts again. The file can be imported anew.
      </p>
      <Form action={`/import/${file.id}/revert`}>
        <div class="govuk-button-group">
          <Button text="Take it back" preventDoubleClick />
          <a class="govuk-link" href="/import">
            Keep it
          </a>
        </div>
      </Form>
    </Page>
  );
}
