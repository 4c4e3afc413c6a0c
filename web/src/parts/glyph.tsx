/** The signs as drawn: in the text by their own strokes, in drawings by name from one sheet in the page. */
import { SIGNS, type Sign, type Stroke } from './signs.ts';

const Strokes = (props: { readonly of: readonly Stroke[] }) => (
  <>
    {props.of.map((s) => (
      <path
        d={s.d}
        class={s.cut ? 'cut' : undefined}
        fill={s.fill ? 'currentColor' : 'none'}
        stroke={s.fill ? 'none' : s.cut ? undefined : 'currentColor'}
        stroke-width={s.width ?? 1.6}
        stroke-dasharray={s.dash}
        stroke-linejoin="round"
      />
    ))}
  </>
);

/** All signs, once in the page, to be used by name. */
export const SignSheet = () => (
  <svg class="sheet" aria-hidden="true">
    {Object.entries(SIGNS).map(([name, strokes]) => (
      <symbol id={`g-${name}`} viewBox="0 0 16 16">
        <Strokes of={strokes} />
      </symbol>
    ))}
  </svg>
);

/** Its own strokes: what is used by name is copied by the browser each time, which takes longer in a table of hundreds. */
export const Glyph = (props: { readonly sign: Sign; readonly class?: string }) => (
  <svg class={`g ${props.class ?? ''}`} viewBox="0 0 16 16" aria-hidden="true">
    <Strokes of={SIGNS[props.sign]} />
  </svg>
);
