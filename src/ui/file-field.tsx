import { describedBy, type FieldProps, FormGroup } from './form-group.tsx';

export interface FileFieldProps extends FieldProps {
  multiple?: boolean;
  /** Endings the file picker offers first: ".csv,.zip". */
  accept?: string;
}

/** One or more files; the form needs enctype="multipart/form-data". */
export function FileField(props: FileFieldProps) {
  const { id, name, error, multiple = false, accept } = props;
  return (
    <FormGroup {...props}>
      <input
        class={error === undefined ? 'govuk-file-upload' : 'govuk-file-upload govuk-file-upload--error'}
        id={id}
        name={name}
        type="file"
        multiple={multiple}
        {...(accept === undefined ? {} : { accept })}
        {...describedBy(props)}
      />
    </FormGroup>
  );
}
