import { expect, test } from 'vitest';
import { issuerFault } from './issuer.ts';

test.each([
  'https://login.camden.example',
  'https://login.camden.example/realms/staff',
  'http://127.0.0.1:8080',
  'http://localhost:8080/realms/staff',
  'http://[::1]:8080',
  'https://login.microsoftonline.com/6d2c5a1e-0000-4000-8000-000000000000/v2.0',
])('%s may be an issuer', (issuer) => {
  expect(issuerFault(issuer)).toBeNull();
});

test.each([
  ['login.camden.example', /must be an address/],
  ['http://login.camden.example', /https:/],
  ['http://127.0.0.1.login.example', /https:/],
  ['http://localhost.login.example', /https:/],
  ['http://10.0.0.1', /https:/],
  ['ftp://127.0.0.1', /https:/],
  ['https://me:word@login.camden.example', /user name or password/],
  ['https://login.camden.example?tenant=1', /"\?"/],
  ['https://login.camden.example#', /"#"/],
  ['https://login.microsoftonline.com/common/v2.0', /your own tenant/],
  ['https://login.microsoftonline.com/organizations', /your own tenant/],
])('%s may not', (issuer, fault) => {
  expect(issuerFault(issuer)).toMatch(fault);
});
