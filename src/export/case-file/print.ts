/** `case.yaml` as it is written: with comments that say what each part is for, to be edited by hand. */
import type { CaseFile } from '../../case.ts';

// A name that YAML takes for a name as it stands; anything else goes into quotation marks (JSON's are YAML's).
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} '’.()/&+-]*$/u;
const WORD = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

const scalar = (value: string): string =>
  PLAIN.test(value) && !WORD.test(value) && value.trim() === value && value.normalize() === value
    ? value
    : JSON.stringify(value).replace(
        /[\u007f-\u009f\u2028\u2029\ufeff]/g,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );

const list = (values: readonly string[]): string => `[${values.map(scalar).join(', ')}]`;

const entries = (rows: readonly (readonly (readonly [string, string])[])[]): string =>
  rows.length === 0
    ? ' []\n'
    : `\n${rows.map((row) => row.map(([key, value], i) => `  ${i === 0 ? '-' : ' '} ${key}: ${value}\n`).join('')).join('')}`;

/** The text of a case file. It parses to the very same values. */
export function caseFileText(file: CaseFile): string {
  return `# A case of Rapporteur. Change what you like: the record follows the next time that the case is opened.
# Names are compared without case, accents and points.

name: ${scalar(file.name)}

# The sides, in the order in which they are shown.
#   name     the usual name
#   aliases  its other names: a capital that stands for its government, "the ... side"
#   members  people and bodies that speak for it
parties:${entries(
    file.parties.map((p) => [
      ['name', scalar(p.name)],
      ['aliases', list(p.aliases)],
      ['members', list(p.members)],
    ]),
  )}
# Names of one person or body that the reports do not show to be one.
#   - name: the usual one
#     aliases: [another, a third]
actors:${entries(
    file.actors.map((a) => [
      ['name', scalar(a.name)],
      ['aliases', list(a.aliases)],
    ]),
  )}
# Places that the gazetteer does not know, in degrees (WGS 84).
#   - name: a place
#     aliases: []
#     latitude: 41.5
#     longitude: -3.25
places:${entries(
    file.places.map((p) => [
      ['name', scalar(p.name)],
      ['aliases', list(p.aliases)],
      ['latitude', String(p.latitude)],
      ['longitude', String(p.longitude)],
    ]),
  )}
# GeoJSON files of your own beside this file: regions, a line of contact.
maps: ${list(file.maps)}

# Issues of your own, in the form of the program's data/taxonomies/issues.yaml. Reports are to be read again after a change:
# rapporteur add --again
issues:${file.issues.length === 0 ? ' []' : ` ${JSON.stringify(file.issues)}`}

# Outlets.
#   aliases  other names of one outlet
#   side     the party that it is known to stand for, or null
#   agency   true for a news agency
sources:${entries(
    file.sources.map((s) => [
      ['outlet', scalar(s.outlet)],
      ['aliases', list(s.aliases)],
      ['side', s.side === null ? 'null' : scalar(s.side)],
      ['agency', String(s.agency)],
    ]),
  )}`;
}
