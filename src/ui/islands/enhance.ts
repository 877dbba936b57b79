// Behaviours of govuk-frontend (focus on an error summary, no double submit) for the pages that use them.
// Everything on a page works without this file.

interface GovukFrontend {
  initAll: () => void;
}

const address: string = '/assets/govuk-frontend.min.js';

if (document.querySelector('[data-module^="govuk-"]:not(.govuk-skip-link)') !== null) {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported');
  const { initAll } = (await import(address)) as GovukFrontend;
  initAll();
}

export {};
