/**
 * Reads a corpus in PolNeAR's layout (Newell, Margolin and Ruths 2018): `text/NAME.txt` and `attributions/NAME.ann` in
 * brat's standoff form, whose offsets count code points. Used in training only.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../record.ts';
import { span } from '../text/span.ts';

export type Role = 'source' | 'cue' | 'content';

/** Annotated words of one role: several spans where they are interrupted. */
export interface RoleSpans {
  readonly role: Role;
  readonly spans: readonly Span[];
}

export interface PolnearText {
  readonly name: string;
  readonly text: string;
  readonly parts: readonly RoleSpans[];
  /** Each attribution: indices into `parts`. */
  readonly attributions: readonly { readonly source: number[]; readonly cue: number[]; readonly content: number[] }[];
}

const ROLES: Readonly<Record<string, Role>> = { Source: 'source', Cue: 'cue', Content: 'content' };

/** Offsets of code points in UTF-16 units; the last entry is the length of the text. */
function unitsOf(text: string): number[] {
  const units: number[] = [];
  let at = 0;
  for (const ch of text) {
    units.push(at);
    at += ch.length;
  }
  units.push(at);
  return units;
}

/** Reads all annotated texts of a folder, in the order of their names. */
export function readPolnear(folder: string): PolnearText[] {
  const out: PolnearText[] = [];
  for (const file of readdirSync(join(folder, 'text')).sort()) {
    const name = file.replace(/\.txt$/, '');
    const annotations = join(folder, 'attributions', `${name}.ann`);
    if (!existsSync(annotations)) continue;
    const text = readFileSync(join(folder, 'text', file), 'utf8');
    const units = unitsOf(text);
    const parts: RoleSpans[] = [];
    const number = new Map<string, number>();
    const attributions: { source: number[]; cue: number[]; content: number[] }[] = [];
    for (const line of readFileSync(annotations, 'utf8').split('\n')) {
      const part = /^(T\d+)\t(Source|Cue|Content) ([\d ;]+)\t/.exec(line);
      if (part) {
        const spans = part[3]!.split(';').map((pair) => {
          const [start, end] = pair.split(' ').map((x) => units[Number(x)]!);
          return span(start!, end!);
        });
        number.set(part[1]!, parts.length);
        parts.push({ role: ROLES[part[2]!]!, spans });
      } else if (line.startsWith('E')) {
        const links = { source: [] as number[], cue: [] as number[], content: [] as number[] };
        for (const [, role, id] of line.matchAll(/(Source|Cue|Content)\d*:(T\d+)/g)) {
          const at = number.get(id!);
          if (at !== undefined) links[ROLES[role!]!].push(at);
        }
        attributions.push(links);
      }
    }
    out.push({ name, text, parts, attributions });
  }
  return out;
}
