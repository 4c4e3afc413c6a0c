/** The dossier of a case as one page of HTML: it holds all that it needs, runs no script, and prints. */
import type { OurWords } from '../../data/words.ts';
import type { Block, TableCell } from './blocks.ts';
import type { Entry, Quotation } from './evidence.ts';
import { dayInWords } from './evidence.ts';
import { layoutOf } from './layout.ts';
import type { CaseDossier, ReportEntry } from './model.ts';
import { furtherOf, placesInWords, sourceInWords } from './phrases.ts';
import { STYLE } from './style.ts';

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that acts as nothing but text, in an element and in an attribute in quotation marks. */
export const text = (words: string): string => words.replace(/[&<>"']/g, (c) => MARKS[c]!);

/** Only addresses of the web are links; anything else that a source gives as its address stays text. */
const link = (url: string): string =>
  /^https?:\/\/[^\s]+$/i.test(url) ? `<a href="${text(url)}" rel="noreferrer noopener">${text(url)}</a>` : text(url);

/** `[3]` as a link to the report of that number. The words are safe already. */
const linked = (safe: string): string => safe.replace(/\[(\d+)\]/g, '<a href="#report-$1">[$1]</a>');

/** The colour of a party by its place among the parties; beyond five they share one. */
type Colour = (party: string | null | undefined) => string;
const colours = (parties: readonly string[]): Colour => {
  const place = new Map(parties.map((p, i) => [p, i < 5 ? i + 1 : 0]));
  return (party) => (party === null || party === undefined ? '' : ` p${place.get(party) ?? 0}`);
};

function quotation(q: Quotation, words: OurWords): string {
  const source = sourceInWords(q, words).map((part, i) => (i === 0 ? `<cite>${text(part)}</cite>` : text(part)));
  const { report, digest } = q.reference;
  return (
    `<blockquote${q.copied === null ? '' : ' class="copied"'}><q>${text(q.words)}</q>` +
    `<footer><b>${text(q.speaker)}</b> ${linked(source.join(', '))} ` +
    `<a class="ref" href="#report-${report}" title="${text(digest)}">[${report}] ${placesInWords(q.reference)}</a>` +
    '</footer></blockquote>'
  );
}

const body = (entry: Entry, words: OurWords): string =>
  entry.quotes.map((q) => quotation(q, words)).join('') +
  furtherOf(entry, words)
    .map((s) => `<p class="further">${linked(text(s))}</p>`)
    .join('');

function said(entry: Entry, label: string | null): string {
  const parts = [label === null ? '' : `<b>${text(label)}</b>`, text(entry.said)].filter((part) => part !== '');
  return parts.length > 0 ? `<p class="said">${parts.join(' ')}</p>` : '';
}

const cell = (c: TableCell, i: number): string => {
  const inner =
    (c.text === '' ? '' : `<span>${text(c.text)}</span>`) +
    (c.quote ? `<q>${text(c.quote)}</q>` : '') +
    (c.small ? `<small>${linked(text(c.small))}</small>` : '');
  if (i === 0) return `<th scope="row">${inner}</th>`;
  return `<td${c.number ? ' class="n"' : ''}>${inner}</td>`;
};

const reportOf = (r: ReportEntry, words: OurWords): string =>
  `<li id="report-${r.number}" value="${r.number}"><b>${text(r.title)}</b> ` +
  `${[
    r.outlet === null ? null : `<cite>${text(r.outlet)}</cite>`,
    r.agency && text(r.agency),
    text(dayInWords(r.day, words)),
  ]
    .filter((x) => x !== null && x !== '')
    .join(', ')}${r.url ? ` ${link(r.url)}` : ''} <code>${text(r.digest)}</code></li>`;

function blockOf(block: Block, words: OurWords, colour: Colour): string {
  switch (block.kind) {
    case 'heading': {
      const bar = block.party === undefined ? '' : `<i class="bar${colour(block.party)}"></i>`;
      return `<h${block.level}>${bar}${text(block.text)}</h${block.level}>`;
    }
    case 'text':
      return `<p class="${block.tone}">${block.tone === 'facts' ? linked(text(block.text)) : text(block.text)}</p>`;
    case 'entry':
      return `<div class="entry${colour(block.party)}">${said(block.entry, block.label)}${body(block.entry, words)}</div>`;
    case 'sides': {
      const title = block.title === null ? '' : `<p class="said"><b>${text(block.title)}</b></p>`;
      const sides = block.sides.map(
        ({ entry, party }) => `<div class="entry${colour(party)}">${said(entry, null)}${body(entry, words)}</div>`,
      );
      return `${title}<div class="sides">${sides.join('')}</div>`;
    }
    case 'table': {
      const head = block.head.map(
        (h) =>
          `<th scope="col"${h.number ? ' class="n"' : ''}>${h.party === undefined ? '' : `<i class="bar${colour(h.party)}"></i>`}${text(h.text)}</th>`,
      );
      const rows = block.rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`);
      return (
        `<div class="wide"><table><caption>${text(block.caption)}</caption>` +
        `<thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
      );
    }
    case 'reports':
      return `<ol class="reports">${block.reports.map((r) => reportOf(r, words)).join('')}</ol>`;
  }
}

/** The whole page. */
export function caseHtml(dossier: CaseDossier, words: OurWords): string {
  const colour = colours(dossier.parties);
  const blocks = layoutOf(dossier, words).map((block) => blockOf(block, words, colour));
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    // Whatever a report holds, the page may load nothing and run nothing.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">',
    `<title>${text(dossier.title)}</title><style>${STYLE}</style></head><body><main>`,
    ...blocks,
    '</main></body></html>',
    '',
  ].join('\n');
}
