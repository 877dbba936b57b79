import { Button } from '../../ui/button.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface UploadFormModel {
  /** Name of the publication as typed, kept when there is an error. */
  vintage: string;
  error: { field: 'files' | 'vintage'; message: string } | null;
  /** Most that may be sent at once, in millions of bytes. */
  mostMegabytes: number;
}

/** Chooses files to be read. Sending it stores them for a day and imports nothing. */
export function UploadForm({ vintage, error, mostMegabytes }: UploadFormModel) {
  const errorOf = (field: 'files' | 'vintage') => (error?.field === field ? { error: error.message } : {});
  return (
    <form class="w-noprint" action="/import" method="post" enctype="multipart/form-data" novalidate>
      <FileField
        id="files"
        name="files"
        label="Files"
        hint={`Street-level crime from data.police.uk, the Metropolitan Police’s monthly ward and borough files, or ward and borough boundaries. CSV, ZIP or GeoJSON, up to ${mostMegabytes} MB together; for more, use the command “wardroom import”.`}
        multiple
        accept=".csv,.zip,.geojson,.json"
        {...errorOf('files')}
      />
      <TextField
        id="vintage"
        name="vintage"
        label="Name of this publication (optional)"
        hint="For example 2026-03. Files sent together share it. Without a name, one is made from the files."
        characters={20}
        value={vintage}
        {...errorOf('vintage')}
      />
      <Button text="Read the files" preventDoubleClick />
    </form>
  );
}
