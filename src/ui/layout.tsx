import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { andList } from './and-list.ts';
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';
import { Form } from './form.tsx';
import { Mark } from './mark.tsx';
import { Navigation, type NavigationAddress } from './navigation.tsx';
import { PageVisitContext } from './page-visit.ts';
import { SyntheticMark } from './synthetic-mark.tsx';

export interface PageProps {
  /** What the page is, first in the browser's tab: "Camden Town". */
  title: string;
  /** Address of the active navigation item; null when none is. */
  active: NavigationAddress | null;
  /** null on pages that must do without the records, such as an error's. */
  unit: { name: string; boroughs: string[] } | null;
  /** Last month of the figures, as "February 2026"; the masthead says "figures to February 2026". */
  figuresTo?: string;
  /** True when figures on the page are the demonstration's: a notice is shown. */
  synthetic: boolean;
  /** The way up; the page itself last, without an address. */
  breadcrumbs?: Crumb[];
  /** Names of bundles under /assets/islands, without ".js". */
  islands?: string[];
  /** Addresses of further stylesheets. */
  styles?: string[];
  /** True for a page that opens without network: nothing on its frame leads anywhere, and it is nobody's. */
  bare?: boolean;
  children: ComponentChildren;
}

/** The frame of every page: masthead, navigation, notice of made-up figures, main, licences. No inline style or script. */
export function Page(props: PageProps) {
  return (
    <html lang="en-GB" class="govuk-template">
      <Head {...props} />
      <body class="govuk-template__body">
        <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">
          Skip to main content
        </a>
        <header>
          <Masthead unit={props.unit} figuresTo={props.figuresTo} bare={props.bare === true} />
          {props.bare === true ? null : <Navigation unitName={props.unit?.name ?? 'Home'} active={props.active} />}
          {props.synthetic ? <DemonstrationNotice /> : null}
        </header>
        <div class="govuk-width-container">
          {props.breadcrumbs === undefined ? null : <Breadcrumbs crumbs={props.breadcrumbs} />}
          <main class="govuk-main-wrapper" id="main">
            {props.children}
          </main>
        </div>
        <Foot />
      </body>
    </html>
  );
}

function Head({ title, islands = [], styles = [] }: PageProps) {
  const { nonce, signedIn, maySee, address } = useContext(PageVisitContext);
  // A phone that keeps something of an officer's duty gives it up when they sign out, wherever they do.
  const leaving = (signedIn !== null && maySee.today) || address === '/signed-out' ? ['sign-out'] : [];
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#0b4552" />
      <title>{`${title} – Wardroom`}</title>
      <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
      <link
        rel="preload"
        href="/assets/fonts/source-sans-3-latin.woff2"
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      {['/assets/wardroom.css', ...styles].map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {['enhance', ...leaving, ...islands].map((name) => (
        <script key={name} type="module" src={`/assets/islands/${name}.js`} {...(nonce === null ? {} : { nonce })} />
      ))}
    </head>
  );
}

interface MastheadProps {
  unit: PageProps['unit'];
  figuresTo: string | undefined;
  bare: boolean;
}

function Masthead({ unit, figuresTo, bare }: MastheadProps) {
  return (
    <div class="govuk-generic-header w-masthead">
      <div class="govuk-generic-header__container govuk-width-container">
        <div class="govuk-generic-header__logo">
          <a href="/" class="govuk-generic-header__homepage-link">
            <Mark />
            <span>Wardroom</span>
          </a>
        </div>
        {unit === null ? null : (
          <p class="w-masthead__unit">
            <b>{unit.name}</b> command unit
            <span>
              {andList(unit.boroughs)}{' '}
              {figuresTo === undefined ? null : <span class="w-nw">· figures to {figuresTo}</span>}
            </span>
          </p>
        )}
        {bare ? null : <WhoIsHere />}
      </div>
    </div>
  );
}

/** Who is signed in, with the way out; for a visitor the way in. */
function WhoIsHere() {
  const { signedIn, address } = useContext(PageVisitContext);
  if (signedIn === null)
    return (
      <p class="w-who w-noprint">
        <a class="govuk-link" href={signInAddress(address)}>
          Sign in
        </a>
      </p>
    );
  return (
    <div class="w-who">
      <p>
        <a class="govuk-link" href="/account">
          {signedIn.name}
        </a>
        {signedIn.roles === '' ? null : <span>{signedIn.roles}</span>}
      </p>
      <Form action="/sign-out" class="w-noprint">
        <button type="submit" class="w-who__out">
          Sign out
        </button>
      </Form>
    </div>
  );
}

/** Sign-in comes back to the page it was left from. */
const signInAddress = (address: string): string =>
  address === '/' || address.startsWith('/sign-in') ? '/sign-in' : `/sign-in?next=${encodeURIComponent(address)}`;

function DemonstrationNotice() {
  const { signedIn, demonstrationOn, maySee, address } = useContext(PageVisitContext);
  return (
    <div class="govuk-width-container">
      <p class="w-demo">
        Synthetic demonstration data: figures marked <SyntheticMark /> are made up. Wards, boroughs and their codes are
        real.{' '}
        {maySee.imports ? (
          <>
            <a href="/import" class="govuk-link">
              Import real files
            </a>{' '}
            to replace them.
          </>
        ) : null}
        {demonstrationOn && signedIn === null ? (
          <>
            <a href={signInAddress(address)} class="govuk-link">
              Try it as a sergeant, an analyst or another role
            </a>
            .
          </>
        ) : null}
      </p>
    </div>
  );
}

function Foot() {
  return (
    <footer class="govuk-width-container">
      <div class="w-foot">
        <p>
          Contains public sector information licensed under the{' '}
          <a
            class="govuk-link"
            rel="license"
            href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
          >
            Open Government Licence v3.0
          </a>
          : police.uk and Metropolitan Police Service crime data, Office for National Statistics. Contains OS data ©
          Crown copyright and database right. Contains National Statistics data © Crown copyright and database right.
        </p>
        <p>
          Wardroom is open source, MIT. Every figure names the files that it came from, or says that it is made up.{' '}
          <a class="govuk-link" href="/audit/heads">
            Check that its audit was not rewritten
          </a>
          .
        </p>
      </div>
    </footer>
  );
}
