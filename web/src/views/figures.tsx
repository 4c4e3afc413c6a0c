/** Figures on one axis, a row for each claimant, and how each moved. Never a mean. */
import type { FigureRange } from '../../../src/case.ts';
import { shortDay } from '../dates.ts';
import { Party, Words } from '../parts/bits.tsx';
import { axisOf, envelopeOf, figureWords, shapeOf } from '../scale/figures.ts';
import { openEntry, partyClass } from '../state.ts';
import { FIGURE, SAY } from '../words.ts';

/** Units of the drawing; it is stretched to the width that there is. */
const WIDE = 1000;

type Told = FigureRange['told'][number];

function Shape(props: {
  readonly told: Told;
  readonly before: readonly Told[];
  readonly end: number;
  readonly party: string | null;
}) {
  const shape = shapeOf(props.told, props.end);
  const percent = (x: number): string => `${(100 * x) / props.end}%`;
  const earlier = props.before.flatMap((b) => shapeOf(b, props.end)?.from ?? []);
  if (!shape) return <span class="wo">{SAY.wordsOnly}</span>;
  const first = earlier[0];
  return (
    <svg class={`trk ${partyClass(props.party)}`} aria-hidden="true">
      {first !== undefined && first !== shape.from && (
        <line x1={percent(first)} x2={percent(shape.from)} y1="50%" y2="50%" class="wl" />
      )}
      {earlier.map((x) => (
        <svg x={percent(x)} y="50%" class="at">
          <path d="M0-4.5 4.5 0 0 4.5-4.5 0z" class="was" />
        </svg>
      ))}
      {shape.kind === 'exact' && (
        <svg x={percent(shape.from)} y="50%" class="at">
          <path d="M0-6 6 0 0 6-6 0z" class="pt" />
        </svg>
      )}
      {shape.kind === 'range' && (
        <rect x={percent(shape.from)} width={percent(shape.to - shape.from)} y="50%" height="10" class="rb" />
      )}
      {shape.kind === 'atLeast' && (
        <>
          <line x1={percent(shape.from)} x2="100%" y1="50%" y2="50%" class="dash" />
          <svg x={percent(shape.from)} y="50%" class="at">
            <path d="M0-6v12" class="cap" />
          </svg>
          <svg x="100%" y="50%" class="at">
            <path d="M-7-5 0 0-7 5z" class="pt" />
          </svg>
        </>
      )}
      {shape.kind === 'atMost' && (
        <>
          <line x1="0" x2={percent(shape.to)} y1="50%" y2="50%" class="dash" />
          <svg x={percent(shape.to)} y="50%" class="at">
            <path d="M0-6v12" class="cap" />
          </svg>
        </>
      )}
    </svg>
  );
}

function Rows(props: { readonly figures: readonly FigureRange[] }) {
  const axis = axisOf(props.figures);
  const envelope = envelopeOf(props.figures);
  const percent = (x: number): string => `${(100 * x) / axis.end}%`;
  return (
    <div class="fig">
      <div class="row axis" aria-hidden="true">
        <b class="lb">{FIGURE[props.figures[0]!.what]}, by claimant</b>
        <svg class="trk">
          {axis.ticks.map((t) => (
            <text x={percent(t)} y="11" text-anchor={t === 0 ? 'start' : t === axis.end ? 'end' : 'middle'}>
              {t.toLocaleString('en')}
            </text>
          ))}
        </svg>
        <span class="wd i3">in the claimant’s words</span>
      </div>
      {props.figures.map((f) => {
        const now = f.told.at(-1)!;
        const before = f.told.slice(0, -1);
        return (
          <button
            type="button"
            class="row"
            data-open={`${now.evidence.kind}${now.evidence.kind === 'event' ? '' : '-item'}:${now.evidence.item}`}
            onClick={() => openEntry({ kind: now.evidence.kind, id: now.evidence.item, item: true })}
          >
            <span class="lb">
              <Party name={f.by}>{f.by ?? 'reporters'}</Party> <small>{shortDay(now.day)}</small>
            </span>
            <Shape told={now} before={before} end={axis.end} party={f.by} />
            <span class="wd">
              <b class="n">{figureWords(now)}</b> <Words>{now.words}</Words>
              {before.map((b) => (
                <small>
                  {' '}
                  was {figureWords(b)} on {shortDay(b.day)}
                </small>
              ))}
            </span>
          </button>
        );
      })}
      {props.figures.length > 1 && envelope && (
        <div class="row sum">
          <span class="lb">All accounts</span>
          <svg class="trk" aria-hidden="true" viewBox={`0 0 ${WIDE} 20`} preserveAspectRatio="none">
            <path
              d={`M${(WIDE * envelope.low) / axis.end} 5v6H${envelope.high === null ? WIDE : (WIDE * envelope.high) / axis.end}${envelope.high === null ? '' : 'v-6'}`}
              class="env"
            />
          </svg>
          <span class="wd">{envelope.words}</span>
        </div>
      )}
    </div>
  );
}

/** What each claimant says now, a line each, small enough to stand beside a heading. */
export function FigureStrip(props: { readonly figures: readonly FigureRange[] }) {
  const axis = axisOf(props.figures);
  return (
    <span class="figstrip">
      {props.figures.slice(0, 5).map((f) => (
        <Shape told={f.told.at(-1)!} before={[]} end={axis.end} party={f.by} />
      ))}
      <span class="by">
        <span>0</span>
        <span>{axis.end.toLocaleString('en')}</span>
      </span>
    </span>
  );
}

/** One drawing for each thing counted. */
export function FigureRows(props: { readonly figures: readonly FigureRange[] }) {
  const kinds = [...new Set(props.figures.map((f) => f.what))];
  return (
    <>
      {kinds.map((what) => (
        <Rows figures={props.figures.filter((f) => f.what === what && f.told.length > 0)} />
      ))}
    </>
  );
}
