import type { IssueNames } from '../../export/dossier/dossier.ts';
import { harmless, oneLine } from '../../export/harmless.ts';
import { originOf } from '../../export/words.ts';
import type {
  Block,
  BlockKind,
  Document,
  Mention,
  Producer,
  Reading,
  Referent,
  Repeat,
  Span,
  Statement,
} from '../../record.ts';
import { lengthOf, overlaps } from '../../text/span.ts';
import { type Catalogue, sentenceOf } from '../catalogue.ts';
import type { Covering, Part } from '../covering.ts';
import type { Screen } from '../terminal/paint.ts';
import { hang } from '../terminal/wrap.ts';
import { type Explained, explainedRecords } from './explain-records.ts';
import { speakerName } from './speakers.ts';
import { opening, placesIn, quoted } from './words.ts';

/** How much of the text is shown before and after the place, in code units. */
const AROUND = 90;
const LONGEST = 400;

// What a block is, and whether it is read, in words.
const BLOCKS: Record<BlockKind, string> = {
  title: 'Title',
  heading: 'Subheading',
  paragraph: 'Paragraph',
  item: 'List item',
  quotation: 'Block quotation',
  caption: 'Caption',
  byline: 'Byline',
  dateline: 'Dateline',
  advert: 'Advert',
  link: 'Link or headline of another story',
  boilerplate: 'Standing text of the outlet',
};

const FORMS = { name: 'a name', nominal: 'a description', pronoun: 'a pronoun' } as const;
const FORM_OF_STATEMENT = {
  direct: 'in its own words (direct)',
  indirect: 'in the words of the reporter (indirect)',
  mixed: 'partly in its own words (mixed)',
} as const;
const PARTS: Record<Part, string> = {
  content: 'what is said',
  cue: 'the words that report it',
  speaker: 'the words that name the speaker',
};

/** The place itself: where it is, and its words in the line around them. */
function placeLine(document: Document, place: Span, screen: Screen): string {
  const { text } = document;
  const { line, column } = placesIn(text)(place.start);
  const from = Math.max(0, place.start - AROUND);
  const to = Math.min(text.length, place.end + AROUND);
  const words =
    lengthOf(place) > LONGEST
      ? opening(document, place, LONGEST)
      : oneLine(text.slice(place.start, place.end)) || '(white space)';
  // A space at the edge of the place belongs outside the mark.
  const glue = (s: string, edge: 'start' | 'end'): string =>
    (edge === 'start' && /^\s/.test(s) ? ' ' : '') + oneLine(s) + (edge === 'end' && /\s$/.test(s) ? ' ' : '');
  const marked = screen.paint.on ? screen.paint.mark(words) : `[${words}]`;
  const shown = `${from > 0 ? '…' : ''}${glue(text.slice(from, place.start), 'end')}${marked}${glue(text.slice(place.end, to), 'start')}${to < text.length ? '…' : ''}`;
  const where = `${originOf(document.origin)}, line ${line}, column ${column} (${place.start} to ${place.end})`;
  return `${hang(screen.paint.title(where), screen.width, '')}\n${hang(shown, screen.width, '  ')}`;
}

/** Why a record is there: the rule's sentence, then what exactly decided. */
function whyLine(label: string, made: Producer, catalogue: Catalogue, screen: Screen): string {
  const facts = [
    made.rule,
    made.entry ? `entry ${oneLine(made.entry)}` : null,
    made.model ? `model ${oneLine(made.model)}` : null,
    made.confidence !== undefined ? `sure to ${made.confidence.toFixed(2)} of 1` : null,
  ].filter((x) => x !== null);
  const sentence = sentenceOf(catalogue, made.rule) ?? 'This rule has no description.';
  return hang(`${label}: ${sentence} ${screen.paint.quiet(`(${facts.join('; ')})`)}`, screen.width, '  ', '    ');
}

/** Explains records of one report at one place. */
class Explainer {
  readonly #document: Document;
  readonly #reading: Reading;
  readonly #place: Span;
  readonly #catalogue: Catalogue;
  readonly #screen: Screen;

  constructor(document: Document, reading: Reading, place: Span, catalogue: Catalogue, screen: Screen) {
    this.#document = document;
    this.#reading = reading;
    this.#place = place;
    this.#catalogue = catalogue;
    this.#screen = screen;
  }

  #line(text: string): string {
    return hang(text, this.#screen.width, '  ', '    ');
  }

  #head(text: string, ...spans: readonly Span[]): string {
    const places = spans.map((s) => `${s.start} to ${s.end}`).join(', ');
    return hang(`${this.#screen.paint.name(text)} ${this.#screen.paint.quiet(places)}`, this.#screen.width, '', '  ');
  }

  #why(label: string, made: Producer): string {
    return whyLine(label, made, this.#catalogue, this.#screen);
  }

  block(block: Block): string {
    const read = block.runs.some((r) => overlaps(r, this.#place));
    const use = read
      ? 'This place is read.'
      : block.runs.length > 0
        ? 'This place is left out of the reading; other parts of the same stretch are read.'
        : 'None of it is read as the report.';
    return [this.#head(BLOCKS[block.kind], block.span), this.#line(use), this.#why('Why', block.made)].join('\n');
  }

  repeat(repeat: Repeat): string {
    const later = overlaps(repeat.span, this.#place);
    const other = later ? repeat.of : repeat.span;
    const likeness =
      repeat.likeness >= 1 ? 'word for word' : `with ${Math.floor(repeat.likeness * 100)} in 100 words the same`;
    const sentence = later
      ? `This stands again, ${likeness}: first at ${other.start} to ${other.end}, ${opening(this.#document, other, 60)}. Records come from there.`
      : `This is the first copy; it stands again, ${likeness}, at ${other.start} to ${other.end}.`;
    return [
      this.#head('Repeat', later ? repeat.span : repeat.of),
      this.#line(sentence),
      this.#why('Why', repeat.made),
    ].join('\n');
  }

  mention(mention: Mention): string {
    const referent = this.#reading.referents.find((r) => r.id === mention.referent);
    const lines = [
      `${this.#head(`Mention ${quoted(this.#document, [mention.span])}`, mention.span)}`,
      this.#line(
        `A ${mention.kind}, by ${FORMS[mention.form]}; ` +
          (referent ? `it stands for ${this.#whoIs(referent)}.` : 'whom or what it stands for is left open.'),
      ),
      this.#why('Why', mention.made),
    ];
    if (referent?.partyMade) lines.push(this.#why(`Why ${harmless(referent.party ?? 'no party')}`, referent.partyMade));
    return lines.join('\n');
  }

  #whoIs(referent: Referent): string {
    const also = referent.aliases.filter((a) => a !== referent.name);
    return [
      harmless(referent.name),
      referent.role ? `, ${oneLine(referent.role)}` : '',
      also.length > 0 ? `, also called ${also.map((a) => `“${oneLine(a)}”`).join(', ')}` : '',
      referent.party
        ? `, who speaks for ${harmless(referent.party)}`
        : referent.generic
          ? ', nobody in particular'
          : ', of no known party',
    ].join('');
  }

  record({ head, spans, lines, made }: Explained): string {
    return [
      this.#head(head, ...spans),
      ...lines.map((line) => this.#line(line)),
      ...made.map((by, i) => this.#why(i === 0 ? 'Why' : 'And', by)),
    ].join('\n');
  }

  statement(statement: Statement, parts: readonly Part[]): string {
    const name = speakerName(this.#document, statement);
    const { party, span } = statement.speaker;
    const holder = this.#reading.statements.find((s) => s.id === statement.within);
    const { made } = statement;
    // What found it comes first, what chose its act last, and between them what chose its speaker and their party.
    const label = (i: number): string =>
      i === 0 ? 'Why it is there' : i === made.length - 1 ? 'Why this act' : i === 1 ? 'Why this speaker' : 'And';
    return [
      this.#head(`Statement [${statement.act}]`, ...statement.content),
      this.#line(quoted(this.#document, statement.content)),
      this.#line(`This place is ${parts.map((p) => PARTS[p]).join(' and ')}.`),
      this.#line(
        `Speaker: ${name === null ? 'nobody is named' : harmless(name)}` +
          `${span ? `, in the words ${quoted(this.#document, [span])}` : ''}; ` +
          `${party ? `party ${harmless(party)}` : 'no party'}.`,
      ),
      this.#line(
        `${statement.cue ? `Reported by ${quoted(this.#document, [statement.cue])}` : 'Reported by quotation marks alone'}, ` +
          `${FORM_OF_STATEMENT[statement.form]}; sure to ${statement.confidence.toFixed(2)} of 1.`,
      ),
      ...(holder
        ? [this.#line(`Told within another statement: ${opening(this.#document, holder.content[0]!, 60)}.`)]
        : []),
      ...made.map((by, i) => this.#why(label(i), by)),
    ].join('\n');
  }
}

/** The explanation of a place, for people. Ends with a line break. */
export function viewOfExplanation(
  document: Document,
  reading: Reading,
  place: Span,
  found: Covering,
  catalogue: Catalogue,
  screen: Screen,
  issues: IssueNames,
): string {
  const explainer = new Explainer(document, reading, place, catalogue, screen);
  const parts = [
    placeLine(document, place, screen),
    ...found.blocks.map((b) => explainer.block(b)),
    ...found.repeats.map((r) => explainer.repeat(r)),
    ...found.mentions.map((m) => explainer.mention(m)),
    ...found.statements.map((s) => explainer.statement(s.statement, s.parts)),
    ...explainedRecords(document, reading, found, issues).map((e) => explainer.record(e)),
  ];
  if (parts.length === 1) parts.push('No record covers this place.');
  const here = reading.notes.filter((n) => n.span && overlaps(n.span, place));
  parts.push(...here.map((n) => hang(`Note: ${oneLine(n.message)}`, screen.width, '', '  ')));
  return `${parts.join('\n\n')}\n`;
}
