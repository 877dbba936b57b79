import type { ComponentChildren } from 'preact';

export interface NotificationBannerProps {
  /** What happened, in one sentence. */
  heading: string;
  /** True when something was done just now: the banner takes the focus when the page opens. */
  success?: boolean;
  /** What follows from it. */
  children?: ComponentChildren;
}

/** Says what was just done, or what the reader should know before reading on. */
export function NotificationBanner({ heading, success = false, children }: NotificationBannerProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is one of two, both of which may be labelled
    <div
      class={success ? 'govuk-notification-banner govuk-notification-banner--success' : 'govuk-notification-banner'}
      role={success ? 'alert' : 'region'}
      aria-labelledby="govuk-notification-banner-title"
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">
          {success ? 'Success' : 'Important'}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{heading}</p>
        {children}
      </div>
    </div>
  );
}
