import { Button } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface UploadFormModel {
  /** Name of the publication as typed, kept when there is an error. */
  vintage: string;
  /** What the files are about, as typed. */
  about: string;
  error: { field: 'files' | 'vintage' | 'about'; message: string } | null;
  /** Most that may be sent at once, in millions of bytes. */
  mostMegabytes: number;
}

/** Chooses files to be read. Sending it stores them for a day and imports nothing. */
export function UploadForm({ vintage, about, error, mostMegabytes }: UploadFormModel) {
  const errorOf = (field: 'files' | 'vintage' | 'about') => (error?.field === field ? { error: error.message } : {});
  return (
    <Form class="w-noprint" action="/import" files novalidate>
      <div class="w-choose" data-choose-files data-most-megabytes={mostMegabytes}>
        <FileField
          id="files"
          name="files"
          label="Files"
          hint={`Public figures of crime, policing and population, and boundaries, as they are published: CSV, ZIP, GeoJSON or JSON. What each is, is told from its content. Up to ${mostMegabytes} MB together; for more, use the command “wardroom import”.`}
          multiple
          accept=".csv,.zip,.geojson,.json"
          {...errorOf('files')}
        />
      </div>
      <TextField
        id="vintage"
        name="vintage"
        label="Name of this publication (optional)"
        hint="For example 2026-03. Files sent together share it. Without a name, one is made from the files."
        characters={20}
        value={vintage}
        {...errorOf('vintage')}
      />
      <Details summary="For files that do not say what they are about" open={about !== '' || error?.field === 'about'}>
        <TextField
          id="about"
          name="about"
          label="What the files are about (optional)"
          hint="Some files name no place: a neighbourhood team from the API of data.police.uk needs its force and neighbourhood, such as leicestershire/NC04. Others need a ward’s code, such as E05000130, or a year, such as 2020. A file that needs it is refused without, and says so."
          characters={20}
          value={about}
          {...errorOf('about')}
        />
      </Details>
      <Button text="Read the files" preventDoubleClick />
    </Form>
  );
}
