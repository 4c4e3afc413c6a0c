import { userInfo } from 'node:os';
import { join } from 'node:path';
import { People, PeopleError, ROLES } from '../../api/people.ts';
import { harmless } from '../../export/harmless.ts';
import { textValue, WrongUse } from '../arguments.ts';
import { DONE, FAILED, type Given, type Run } from '../command.ts';
import { auditIn } from './audit.ts';
import { dataHome, makeHome } from './home.ts';

/** The file, in the folder of cases, that says who may do what. */
export const PEOPLE = 'people.json';

function roleOf(given: Given) {
  const asked = textValue(given, 'role') ?? 'read';
  const role = ROLES.find((one) => one === asked);
  if (!role) throw new WrongUse(`--role takes ${ROLES.join(', ')}, not ${JSON.stringify(harmless(asked))}.`);
  return role;
}

/** `rapporteur people list | add NAME | remove NAME` */
export const people: Run = async (given, terminal) => {
  const [action = 'list', name, more] = given.positionals;
  const home = textValue(given, 'home') ?? dataHome();
  if (more !== undefined) throw new WrongUse('Put a name of several words in quotation marks.');
  if (action !== 'list' && name === undefined) throw new WrongUse(`people ${action} needs a name.`);
  const note = (what: string): void =>
    auditIn(home)({ at: new Date().toISOString(), who: userInfo().username, role: 'owner', what });
  try {
    makeHome(home);
    const known = new People(join(home, PEOPLE));
    switch (action) {
      case 'list': {
        const rows = known.list().map((one) => `${harmless(one.name)}\t${one.role}\tsince ${one.since.slice(0, 10)}\n`);
        await terminal.print(rows.join(''));
        if (rows.length === 0) terminal.tell('Nobody has a token yet: rapporteur people add NAME --role correct\n');
        return DONE;
      }
      case 'add': {
        const role = roleOf(given);
        const token = known.add(name!, role, new Date().toISOString());
        note(`Give ${name} a token, to ${role}`);
        await terminal.print(`${token}\n`);
        terminal.tell(`This is the token of ${harmless(name!)}. It is kept nowhere, and cannot be shown again.\n`);
        return DONE;
      }
      case 'remove':
        known.remove(name!);
        note(`Take the token of ${name} back`);
        terminal.tell(`${harmless(name!)} has no token any more. An open desk heeds it at once.\n`);
        return DONE;
      default:
        throw new WrongUse(`people takes list, add or remove, not ${harmless(action)}.`);
    }
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    terminal.tell(`${error.message}\n`);
    return FAILED;
  }
};
