import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { FORM_TOKEN, PageVisitContext } from './page-visit.ts';

export interface FormProps {
  /** Address that takes the form. */
  action: string;
  /** True for a form with files. */
  files?: boolean;
  /** True where the server's own messages are shown instead of the browser's. */
  novalidate?: boolean;
  class?: string;
  id?: string;
  children: ComponentChildren;
}

/**
 * A form that changes something. It carries the token that ties it to the reader's own browser and session; there is no
 * other way to write one, and the server takes none without. The token comes first, so that a form with files can be
 * turned away before any is kept.
 */
export function Form({ action, files = false, children, ...others }: FormProps) {
  const { formToken } = useContext(PageVisitContext);
  return (
    <form action={action} method="post" {...(files ? { enctype: 'multipart/form-data' } : {})} {...others}>
      <input type="hidden" name={FORM_TOKEN} value={formToken()} />
      {children}
    </form>
  );
}
