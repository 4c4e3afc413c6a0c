/** The dossier of a case in the form asked for: the one way in for the command and the desk. */
import type { OurWords } from '../../data/words.ts';
import type { Store } from '../../store/store.ts';
import type { IssueNames } from '../dossier/dossier.ts';
import { jsonLine } from '../json-lines.ts';
import { caseDossier } from './dossier.ts';
import type { CaseDossier } from './model.ts';
import type { Only } from './narrow.ts';
import { recordOf } from './record-of.ts';

export const DOSSIER_FORMS = ['md', 'html', 'json', 'docx'] as const;
export type DossierForm = (typeof DOSSIER_FORMS)[number];

/** Media types, for whoever serves them. */
export const MEDIA: Readonly<Record<DossierForm, string>> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** What a brief may be made of. */
export const PARTS = ['overview', 'positions', 'talks', 'events', 'disputes', 'deeds'] as const;

export interface BriefOptions {
  /** Names of `PARTS`; all of them, if left out. Others mean nothing here. */
  readonly parts?: readonly string[] | undefined;
  readonly form: DossierForm;
  readonly only?: Only;
  readonly issues: IssueNames;
  readonly words: OurWords;
}

/** The dossier with the parts that were chosen. The list of reports stays: numbers in the text lead there. */
function chosen(dossier: CaseDossier, parts: readonly string[]): CaseDossier {
  const has = (part: (typeof PARTS)[number]): boolean => parts.includes(part);
  return {
    ...dossier,
    leftOut: PARTS.filter((part) => !has(part)),
    overview: has('overview') ? dossier.overview : { sticking: [], agreed: [], unanswered: [] },
    positions: has('positions') ? dossier.positions : [],
    issues: has('positions') ? dossier.issues : [],
    talks: has('talks') ? dossier.talks : null,
    events: has('events') ? dossier.events : null,
    disputes: has('disputes') ? dossier.disputes : null,
    deeds: has('deeds') ? dossier.deeds : null,
    undertakings: has('deeds') ? (dossier.undertakings ?? null) : null,
  };
}

/** The dossier of what a store holds. What a form needs is loaded only where it is asked for. */
export async function briefOf(store: Store, options: BriefOptions): Promise<string | Uint8Array<ArrayBuffer>> {
  const { form, only = {}, issues, words } = options;
  const counts = await store.overview();
  const whole = caseDossier(await recordOf(store, only), { issues, words, only, counts });
  const dossier = options.parts ? chosen(whole, options.parts) : whole;
  switch (form) {
    case 'json':
      return `${jsonLine(dossier)}\n`;
    case 'md':
      return (await import('./markdown.ts')).caseMarkdown(dossier, words);
    case 'html':
      return (await import('./html.ts')).caseHtml(dossier, words);
    case 'docx':
      return (await import('./docx.ts')).caseDocx(dossier, words);
  }
}
