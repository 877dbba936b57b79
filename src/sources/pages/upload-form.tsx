import { FormField } from '../../ui/form-field.tsx';

export interface UploadFormModel {
  /** Name of the publication as typed, kept when there is an error. */
  vintage: string;
  error: { field: 'files' | 'vintage'; message: string } | null;
  /** Most that may be sent at once, in millions of bytes. */
  mostMegabytes: number;
}

/** Chooses files to be read. Sending it stores them for a day and imports nothing. */
export function UploadForm({ vintage, error, mostMegabytes }: UploadFormModel) {
  const errorOf = (field: 'files' | 'vintage') => (error?.field === field ? error.message : null);
  return (
    <form class="w-noprint" action="/import" method="post" enctype="multipart/form-data" novalidate>
      <FormField
        id="files"
        label="Files"
        hint={
          <>
            Street-level crime from data.police.uk, the Metropolitan Police’s monthly ward and borough files, or ward
            and borough boundaries. CSV, ZIP or GeoJSON, up to {mostMegabytes} MB together; for more, use{' '}
            <code>wardroom import</code>.
          </>
        }
        error={errorOf('files')}
        block="govuk-file-upload"
        input={{ type: 'file', multiple: true, accept: '.csv,.zip,.geojson,.json' }}
      />
      <FormField
        id="vintage"
        label="Name of this publication (optional)"
        hint="For example 2026-03. Files sent together share it. Without a name, one is made from the files."
        error={errorOf('vintage')}
        input={{ class: 'govuk-input--width-20', value: vintage, autocomplete: 'off', spellcheck: false }}
      />
      <button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">
        Read the files
      </button>
    </form>
  );
}
