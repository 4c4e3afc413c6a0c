import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { folderOf } from '../../../test/process.ts';
import { ROOT } from '../../../test/sources.ts';
import { SETTINGS } from './keys.ts';
import { parseSettings, settingsFor } from './settings.ts';

const parse = (text: string) => parseSettings(text, 'keld.yaml');

test('a file of settings is read by the names of the environment', () => {
  assert.deepEqual(parse(''), {});
  assert.deepEqual(
    parse(
      'store: postgresql://desk@db/keld\nqueue: nats://q:4222\nport: 80\noffline: true\nhost-names: [desk.example, b.example:81]\nlog: json\n',
    ),
    {
      RAPPORTEUR_STORE: 'postgresql://desk@db/keld',
      RAPPORTEUR_QUEUE: 'nats://q:4222',
      RAPPORTEUR_PORT: '80',
      RAPPORTEUR_OFFLINE: 'true',
      RAPPORTEUR_HOST_NAMES: 'desk.example,b.example:81',
      RAPPORTEUR_LOG: 'json',
    },
  );
});

test('what is not right is refused with the file, the key and the remedy, and secrets are not shown', () => {
  const cases: [string, RegExp][] = [
    ['prot: 80', /keld\.yaml: there is no setting "prot"\. Did you mean port\?/],
    ['kittiwake: 80', /no setting "kittiwake"\. There are home, store, queue/],
    ['port: eighty', /keld\.yaml: port takes a whole number from 0 to 65535, not "eighty"/],
    ['port: 70000', /port takes a whole number/],
    ['port: [80]', /port takes .* not a list/],
    ['store: case.db', /store takes an address such as postgresql:/],
    ['queue: http://q', /queue takes an address such as nats:/],
    ['log: loud', /log takes text or json, not "loud"/],
    ['log-level: all', /log-level takes debug or info or warn or error/],
    ['token: short', /token takes at least 16 characters\.$/],
    ['- port', /must be a list of "key: value" lines/],
    ['port: "80', /this is no YAML/],
  ];
  for (const [text, message] of cases) assert.throws(() => parse(text), { name: 'WrongUse', message }, text);
  assert.throws(
    () => parse('store: mysql://ilse:kittiwake@db'),
    (error: Error) => !error.message.includes('kittiwake'),
  );
});

test('the environment has the last word over the file, and is checked as well', (t) => {
  const folder = folderOf(t, { 'keld.yaml': 'port: 80\nlog: json\n' });
  const path = `${folder}/keld.yaml`;
  assert.deepEqual(settingsFor(path, { RAPPORTEUR_PORT: '81' }), { RAPPORTEUR_LOG: 'json' });
  assert.deepEqual(settingsFor(null, { RAPPORTEUR_CONFIG: path }), { RAPPORTEUR_PORT: '80', RAPPORTEUR_LOG: 'json' });
  assert.deepEqual(settingsFor(null, { PATH: '/bin', RAPPORTEUR_QUEUE: 'nats://a:1, nats://b:2' }), {});
  assert.throws(() => settingsFor(null, { RAPPORTEUR_PORT: 'x' }), /RAPPORTEUR_PORT takes a whole number/);
  assert.throws(() => settingsFor(null, { RAPPORTEUR_QUEU: 'x' }), /Did you mean RAPPORTEUR_QUEUE\?/);
  assert.throws(() => settingsFor(`${folder}/none.yaml`, {}), /cannot be read .* Check --config/);
});

test('every setting is documented, with its name in the environment', () => {
  const page = readFileSync(`${ROOT}docs/operate.md`, 'utf8');
  for (const { key, variable } of SETTINGS) assert.ok(page.includes(`| \`${key}\` | \`${variable}\` |`), key);
});
