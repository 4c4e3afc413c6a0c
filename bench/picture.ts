/**
 * Draws docs/reading.svg: what the program prints for one of the samples, as it stands on a terminal. Nothing in it is
 * written by hand; the colours follow the reader's light or dark setting.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORT = 'examples/keld-strait/reports/2031-03-16-courier.txt';
const COLUMNS = 88;
export const PICTURE = `${ROOT}docs/reading.svg`;

/** Pixels of one character cell, and of the margin. */
const CELL = { width: 8.4, height: 19 };
const MARGIN = 18;

// Select Graphic Rendition codes (ECMA-48) that the program uses: what each turns on, and what turns it off.
const ON: Record<number, string> = {
  1: 'b',
  2: 'd',
  31: 'red',
  32: 'green',
  33: 'yellow',
  36: 'cyan',
  37: 'white',
  94: 'blue',
  95: 'magenta',
};
const OFF: Record<number, readonly string[]> = {
  22: ['b', 'd'],
  39: ['red', 'green', 'yellow', 'cyan', 'white', 'blue', 'magenta'],
};

const STYLE = `
  text { font: 14px/1 ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #14171a; white-space: pre }
  .page { fill: #fbfbf9; stroke: #dddfdb }
  .b { font-weight: 700 } .d { fill: #626973 }
  .blue { fill: #0b63c4 } .yellow { fill: #a63a06 } .cyan { fill: #1f9a8c } .magenta { fill: #6e2070 } .green { fill: #b08508 }
  .white { fill: #4a4640 } .red { fill: #b3261e }
  @media (prefers-color-scheme: dark) {
    text { fill: #e7e8e5 } .page { fill: #131518; stroke: #2c3036 } .d { fill: #8e959e }
    .blue { fill: #5590f0 } .yellow { fill: #e8702a } .cyan { fill: #74e6c2 } .magenta { fill: #dc9cd8 } .green { fill: #f3dd86 }
    .white { fill: #8c8980 } .red { fill: #f2b8b5 }
  }`;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Lines of terminal text as SVG text lines, one span for every stretch of one style. */
function linesOf(output: string): string[] {
  const on = new Set<string>();
  return output.split('\n').map((line, row) => {
    let column = 0;
    let spans = '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
    for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
      const codes = /^\u001b\[([\d;]*)m$/.exec(part)?.[1];
      if (codes === undefined) {
        // Blanks are told by the place of what follows: not every viewer keeps them.
        const x = MARGIN + (column + part.length - part.trimStart().length) * CELL.width;
        if (part.trim() !== '')
          spans += `<tspan x="${x.toFixed(1)}" class="${[...on].join(' ')}">${escaped(part.trim())}</tspan>`;
        column += part.length;
        continue;
      }
      for (const code of codes.split(';').map(Number)) {
        if (ON[code]) on.add(ON[code]);
        for (const style of OFF[code] ?? []) on.delete(style);
      }
    }
    return `<text y="${MARGIN + (row + 1) * CELL.height}">${spans.replaceAll(' class=""', '')}</text>`;
  });
}

/** The picture: the command as typed, and what it prints. */
export function picture(): string {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    ['src/cli/main.ts', 'read', '--width', String(COLUMNS), REPORT],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: undefined } },
  );
  if (status !== 0) throw new Error(stderr);
  const lines = linesOf(`$ rapporteur read ${REPORT}\n\n${stdout.trimEnd()}`);
  const width = Math.ceil(COLUMNS * CELL.width + 2 * MARGIN);
  const height = Math.ceil(lines.length * CELL.height + 2 * MARGIN);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="A terminal: rapporteur read prints who speaks in a report, what each says, and what stands again">
<style>${STYLE}
</style>
<rect class="page" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>
${lines.join('\n')}
</svg>
`;
}

if (import.meta.main) writeFileSync(PICTURE, picture());
