import type { ComponentChildren } from 'preact';

/** Says that something was done, at the top of the page that shows it done. */
export function NotificationBanner({ children }: { children: ComponentChildren }) {
  return (
    <section
      class="govuk-notification-banner govuk-notification-banner--success"
      role="alert"
      aria-labelledby="banner-title"
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="banner-title">
          Done
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{children}</p>
      </div>
    </section>
  );
}
