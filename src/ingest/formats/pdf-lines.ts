/** A piece of text on a page of a PDF, as pdf.js gives it. */
export interface PdfItem {
  readonly str: string;
  /** The last two are its place on the page, from the left and from the bottom. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

interface Line {
  text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Where it ends on the page. */
  end: number;
}

/** Pieces that stand on one height, one after another, are a line. Pieces come in the order of the page's own stream. */
function linesOf(items: readonly PdfItem[]): readonly Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  for (const { str, transform, width, height, hasEOL } of items) {
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0];
    if (str !== '') {
      if (line && Math.abs(line.y - y) < Math.max(line.height, height, 4) * 0.5 && x >= line.end - height) {
        const gap = x - line.end > Math.max(height, 4) * 0.15 && !/\s$/u.test(line.text) && !/^\s/u.test(str);
        line.text += (gap ? ' ' : '') + str;
        line.end = x + width;
      } else {
        if (line) lines.push(line);
        line = { text: str, x, y, height, end: x + width };
      }
    }
    if (hasEOL && line) {
      lines.push(line);
      line = null;
    }
  }
  if (line) lines.push(line);
  return lines.filter((l) => l.text.trim() !== '');
}

const numeral = /^\W{0,3}(?:page\s)?\d{1,4}(?:\s?(?:\/|of)\s?\d{1,4})?\W{0,3}$/iu;

/** Lines that stand first or last on most pages: running heads and page numbers. */
function running(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const lines of pages) {
    for (const text of new Set(
      [lines[0], lines[1], lines.at(-1), lines.at(-2)].flatMap((l) => (l ? [keyOf(l.text)] : [])),
    )) {
      seen.set(text, (seen.get(text) ?? 0) + 1);
    }
  }
  return new Set([...seen].filter(([, n]) => n >= 3 && n >= pages.length * 0.5).map(([text]) => text));
}
const keyOf = (text: string): string => text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim();

/** Text of the pages: lines joined to paragraphs, running heads and page numbers left out, hyphens at line ends mended. */
export function linesToText(pages: readonly (readonly PdfItem[])[]): string {
  const lined = pages.map(linesOf);
  const heads = running(lined);
  const paragraphs: string[] = [];
  let open = '';
  const close = (): void => {
    const text = open.replace(/\s+/gu, ' ').trim();
    if (text !== '') paragraphs.push(text);
    open = '';
  };
  for (const lines of lined) {
    const kept = lines.filter(
      (l, i) => !((i < 2 || i >= lines.length - 2) && (heads.has(keyOf(l.text)) || numeral.test(l.text.trim()))),
    );
    const gaps = kept
      .slice(1)
      .map((l, i) => kept[i]!.y - l.y)
      .filter((g) => g > 0)
      .sort((a, b) => a - b);
    const usual = gaps[Math.floor(gaps.length / 2)] ?? 0;
    const width = kept.reduce((most, l) => Math.max(most, l.end - l.x), 0);
    for (const [i, line] of kept.entries()) {
      const before = kept[i - 1];
      if (before) {
        const gap = before.y - line.y;
        const short = before.end - before.x < width * 0.75 && /[.!?:”"’')\]]\s*$/u.test(before.text);
        const indented = line.x - before.x > Math.max(line.height, 6) && gap > 0;
        const resized = Math.abs(line.height - before.height) > Math.max(line.height, before.height) * 0.2;
        if (gap > usual * 1.35 || short || indented || resized) close();
      } else if (/[.!?”"]\s*$/u.test(open)) close();
      // A hyphen at the end of a line parts a word only where a small letter goes on.
      if (/\p{Ll}-\s*$/u.test(open) && /^\s*\p{Ll}/u.test(line.text))
        open = open.replace(/-\s*$/u, '') + line.text.trimStart();
      else open += ` ${line.text}`;
    }
  }
  close();
  return paragraphs.join('\n\n');
}
