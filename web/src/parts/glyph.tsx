/** The signs as drawn: one sheet of them in the page, used by name. */
import { SIGNS, type Sign, type Stroke } from './signs.ts';

/** All signs, once in the page, to be used by name. */
export const SignSheet = () => (
  <svg class="sheet" aria-hidden="true">
    {Object.entries(SIGNS).map(([name, strokes]) => (
      <symbol id={`g-${name}`} viewBox="0 0 16 16">
        {(strokes as readonly Stroke[]).map((s) => (
          <path
            d={s.d}
            class={s.cut ? 'cut' : ''}
            fill={s.fill ? 'currentColor' : 'none'}
            stroke={s.fill ? 'none' : s.cut ? undefined : 'currentColor'}
            stroke-width={s.width ?? 1.6}
            stroke-dasharray={s.dash}
            stroke-linejoin="round"
          />
        ))}
      </symbol>
    ))}
  </svg>
);

export const Glyph = (props: { readonly sign: Sign; readonly class?: string }) => (
  <svg class={`g ${props.class ?? ''}`} viewBox="0 0 16 16" aria-hidden="true">
    <use href={`#g-${props.sign}`} />
  </svg>
);
