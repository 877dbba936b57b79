import { createContext } from 'preact';

/** Name of the hidden field that carries a form's token. */
export const FORM_TOKEN = 'form-token';

/** What the frame of a page and its forms know of the request they answer. */
export interface PageVisit {
  /** Who is signed in, with their roles in words; null for a visitor. */
  signedIn: { name: string; roles: string } | null;
  /** Whether a visitor may sign in as a made-up person. */
  demonstrationOn: boolean;
  /** Pages that not everyone has. */
  maySee: {
    imports: boolean;
    people: boolean;
    audit: boolean;
    today: boolean;
    team: boolean;
    /** The ring-fence ledger by ward and officer: sergeants and inspectors, command, and auditors. */
    ledger: boolean;
    /** Who signs in as which officer. */
    officers: boolean;
  };
  /** Path and query of the page, to come back to after sign-in. */
  address: string;
  /** Makes the token that each form of the page carries. */
  formToken: () => string;
  /** Of the scripts of this answer; null where there is no content security policy. */
  nonce: string | null;
}

/** A page by itself, as a test renders it: nobody is signed in, and its forms would be turned away. */
export const NO_VISIT: PageVisit = {
  signedIn: null,
  demonstrationOn: false,
  maySee: { imports: false, people: false, audit: false, today: false, team: false, ledger: false, officers: false },
  address: '/',
  formToken: () => '',
  nonce: null,
};

export const PageVisitContext = createContext<PageVisit>(NO_VISIT);
