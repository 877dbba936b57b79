import { userInfo } from 'node:os';
import { delimiter } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig, readDebug } from './config.ts';

test('without settings Wardroom is embedded in ./data and listens on port 3000 of this machine', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ databaseUrl: null, host: '127.0.0.1', port: 3000 });
  expect(config.operator).not.toBe('');
  expect(config.dataFolder).toMatch(/\/data$/);
});

test('who is at the keyboard is the operating system’s to say, not the environment’s', () => {
  expect(readConfig({ USER: 'mallory as person:0123456789abcdef' }).operator).toBe(userInfo().username);
  const named = (account: string) => readConfig({}, {}, () => account).operator;
  expect(['anna', 'a.b_c-1', 'José'].map(named)).toEqual(['anna', 'a.b_c-1', 'José']);
  for (const account of ['', 'anna as person:0123456789abcdef', 'anna:b', 'local operator', 'a\nb'])
    expect(() => named(account)).toThrow(ConfigError);
});

test('the command line wins over the environment, and empty settings count as absent', () => {
  expect(readConfig({ WARDROOM_DATA: '/from/environment' }, { data: '/from/option' }).dataFolder).toBe('/from/option');
  expect(readConfig({ WARDROOM_DATA: '/from/environment' }).dataFolder).toBe('/from/environment');
  expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: null, port: 3000 });
});

test('an empty folder may be filled with the demonstration unless a setting says no', () => {
  const said = [{}, { WARDROOM_DEMONSTRATION: 'on' }, { WARDROOM_DEMONSTRATION: 'off' }].map((env) => readConfig(env));
  expect(said.map(({ demonstration }) => demonstration)).toEqual([true, true, false]);
});

test('heads of the audit go to every folder named, and to none besides the data folder where none is', () => {
  expect(readConfig({}).auditHeads).toEqual([]);
  expect(readConfig({ AUDIT_HEADS: ['/for/camden', '', '/for/islington'].join(delimiter) }).auditHeads).toEqual([
    '/for/camden',
    '/for/islington',
  ]);
});

test('faults are told with their place when asked, whatever else is set wrongly', () => {
  expect([readDebug({}), readDebug({ WARDROOM_DEBUG: '' })]).toEqual([false, false]);
  expect(readDebug({ WARDROOM_DEBUG: '1', PORT: 'http' })).toBe(true);
});

test.each([
  [{ PORT: 'http' }, 'The setting PORT must be a number from 0 to 65535.'],
  [{ PORT: '70000' }, 'The setting PORT must be a number from 0 to 65535.'],
  [{ PORT: '80.5' }, 'The setting PORT must be a number from 0 to 65535.'],
  [{ WARDROOM_DEMONSTRATION: 'no' }, 'The setting WARDROOM_DEMONSTRATION must be on or off.'],
  [{ DATABASE_URL: 'mysql://somewhere' }, 'The setting DATABASE_URL must start with postgres:// or postgresql://.'],
])('a wrong setting is named, with what it must be: %j', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(new ConfigError(sentence));
});
