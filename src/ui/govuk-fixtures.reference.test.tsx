// Components named after govuk-frontend's give the HTML of the fixtures that govuk-frontend ships.
import { readFileSync } from 'node:fs';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { Button } from './button.tsx';
import { Details } from './details.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FileField } from './file-field.tsx';
import { NotificationBanner } from './notification-banner.tsx';
import { NumberField } from './number-field.tsx';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';

const Fixtures = z.object({ fixtures: z.array(z.object({ name: z.string(), html: z.string() })) });

const folder = new URL('../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url);

function fixture(component: string, name: string): string {
  const file = Fixtures.parse(JSON.parse(readFileSync(new URL(`${component}/fixtures.json`, folder), 'utf8')));
  const found = file.fixtures.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`govuk-frontend has no ${component} fixture called ${name}.`);
  return found.html;
}

/** HTML with attributes sorted and white space between tags and words made the same. */
function normal(html: string): string {
  return html
    .replace(/<(\w+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/g, (_, tag: string, attributes: string) => {
      const sorted = (attributes.match(/[\w-]+(?:="[^"]*")?/g) ?? []).toSorted();
      return `<${[tag, ...sorted].join(' ')}>`;
    })
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]+>) ?/g, '$1')
    .trim();
}

const cases: [component: string, fixture: string, vnode: VNode][] = [
  ['input', 'default', <TextField key="" id="test-name" name="test-name" label="National Insurance number" />],
  [
    'input',
    'with error and hint',
    <TextField
      key=""
      id="with-error-hint"
      name="with-error-hint"
      label="National insurance number"
      hint="It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’."
      error="Enter a National Insurance number in the correct format"
    />,
  ],
  [
    'input',
    'with suffix',
    <TextField key="" id="input-with-suffix" name="weight" label="Weight, in kilograms" suffix="kg" />,
  ],
  [
    'input',
    'inputmode',
    <NumberField key="" id="with-inputmode" name="with-inputmode" label="With inputmode" decimals />,
  ],
  [
    'select',
    'error',
    <SelectField
      key=""
      id="select-with-error"
      name="select-with-error"
      label="Label text goes here"
      error="Error message"
      choices={[
        { value: '1', text: 'GOV.UK frontend option 1' },
        { value: '2', text: 'GOV.UK frontend option 2' },
      ]}
    />,
  ],
  [
    'file-upload',
    'with error message and hint',
    <FileField
      key=""
      id="file-upload-3"
      name="file-upload-3"
      label="Upload a file"
      hint="Your photo may be in your Pictures, Photos, Downloads or Desktop folder. Or in an app like iPhoto."
      error="Error message goes here"
    />,
  ],
  [
    'file-upload',
    'allows multiple files',
    <FileField key="" id="file-upload-1" name="file-upload-1" label="Upload a file" multiple />,
  ],
  ['button', 'default', <Button key="" text="Save and continue" />],
  ['button', 'secondary', <Button key="" text="Secondary button" name="secondary" secondary />],
  ['button', 'prevent double click', <Button key="" text="Submit" preventDoubleClick />],
  [
    'error-summary',
    'default',
    <ErrorSummary
      key=""
      errors={[
        { text: 'The date your passport was issued must be in the past', href: '#example-error-1' },
        { text: 'Enter a postcode, like AA1 1AA', href: '#example-error-2' },
      ]}
    />,
  ],
  [
    'notification-banner',
    'default',
    <NotificationBanner key="" heading="This publication was withdrawn on 7 March 2014." />,
  ],
  [
    'notification-banner',
    'with type as success',
    <NotificationBanner key="" heading="Email sent to example@email.com" success />,
  ],
  [
    'details',
    'default',
    <Details key="" summary="Help with nationality">
      We need to know your nationality so we can work out which elections you’re entitled to vote in. If you can’t
      provide your nationality, you’ll have to send copies of identity documents through the post.
    </Details>,
  ],
  [
    'breadcrumbs',
    'default',
    <Breadcrumbs
      key=""
      crumbs={[
        { text: 'Home', href: '/' },
        { text: 'Section', href: '/section' },
        { text: 'Sub-section', href: '/section/sub-section' },
        { text: 'Sub Sub-section', href: '/section/sub-section/sub-sub-section' },
      ]}
    />,
  ],
];

describe('as govuk-frontend', () => {
  it.each(cases)('%s: %s', (component, name, vnode) => {
    expect(normal(render(vnode))).toBe(normal(fixture(component, name)));
  });

  it('would notice a difference', () => {
    expect(normal(render(<Button text="Save and continue" secondary />))).not.toBe(
      normal(fixture('button', 'default')),
    );
  });
});
