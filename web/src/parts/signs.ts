/**
 * The desk's signs, on a field of 16 units, and which one stands for what. One grammar: solid holds or is established; hollow opens or is claimed;
 * dashed is not certain. A sign never stands without its word, so all are hidden from readers of the screen.
 */
import type { Movement, Stance, TalkStatus } from '../../../src/record.ts';

export interface Stroke {
  readonly d: string;
  readonly width?: number;
  readonly fill?: boolean;
  readonly dash?: string;
  /** Drawn in the colour of the paper, over a solid shape. */
  readonly cut?: boolean;
}

const DIAMOND = 'M8 1.5 14.5 8 8 14.5 1.5 8z';
const BUBBLE = 'M2 3h12v8H7.6L4 14v-3H2z';
const SQUARE = 'M2.5 2.5h11v11h-11z';

/** Every sign by name. */
export const SIGNS = {
  'st-demands': [
    { d: 'M2.5 2v12', width: 2 },
    { d: 'M14 2.8v10.4L5.2 8z', fill: true },
  ],
  'st-offers': [{ d: 'M2.5 2v12', width: 2 }, { d: 'M6 3.6v8.8L13.2 8z' }],
  'st-accepts': [{ d: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8z' }, { d: 'm4.9 8.3 2.3 2.2 4-4.6' }],
  'st-rejects': [
    { d: 'M8 .8a7.2 7.2 0 1 0 0 14.4A7.2 7.2 0 0 0 8 .8z', fill: true },
    { d: 'm5.2 5.2 5.6 5.6m0-5.6-5.6 5.6', width: 1.8, cut: true },
  ],
  'mv-softer': [{ d: 'M3 3.5l9 8.5M12.4 5.6v6.8H5.6', width: 2 }],
  'mv-harder': [{ d: 'M3 12.5 12 4m.4 6.4V3.6H5.6', width: 2 }],
  'mv-unchanged': [{ d: 'M2.5 5.6h11M2.5 10.4h11', width: 2 }],
  'mv-new': [{ d: 'M8 2.5v11M2.5 8h11', width: 2 }],
  'mv-dropped': [{ d: 'M8 2.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4z' }, { d: 'm3.8 12.2 8.4-8.4' }],
  'tk-proposed': [{ d: DIAMOND, dash: '2.4 2' }],
  'tk-scheduled': [{ d: DIAMOND }],
  'tk-ongoing': [{ d: DIAMOND }, { d: 'M8 1.5v13L1.5 8z', fill: true }],
  'tk-held': [{ d: 'M8 1 15 8l-7 7-7-7z', fill: true }],
  'tk-stalled': [{ d: DIAMOND }, { d: 'M6.4 5.6v4.8m3.2-4.8v4.8' }],
  'tk-postponed': [{ d: DIAMOND }, { d: 'M5 8h5.4M8.6 5.8 10.8 8l-2.2 2.2', width: 1.4 }],
  'tk-cancelled': [{ d: DIAMOND }, { d: 'M1 8h14' }],
  'tk-refused': [
    { d: 'M8 1 15 8l-7 7-7-7z', fill: true },
    { d: 'm5.8 5.8 4.4 4.4m0-4.4-4.4 4.4', cut: true },
  ],
  'vo-self': [{ d: BUBBLE, fill: true }],
  'vo-other': [{ d: BUBBLE }],
  'vo-narrator': [
    { d: 'M10.5 14V2m3 12V2M14 2H6.8a3.2 3.2 0 0 0 0 6.4h3.7' },
    { d: 'M6.8 2a3.2 3.2 0 0 0 0 6.4h3.7V2z', fill: true },
  ],
  'dd-told': [{ d: SQUARE, fill: true }],
  'dd-claimed': [{ d: SQUARE }],
  said: [{ d: 'M8 2v12', width: 2.6 }],
  unequal: [{ d: 'M2.5 5.6h11M2.5 10.4h11M11 2.5l-6 11', width: 1.8 }],
  report: [{ d: 'M3.5 1.5h9v13h-9z' }, { d: 'M5.5 5h5M5.5 8h5' }],
} as const satisfies Record<string, readonly Stroke[]>;

export type Sign = keyof typeof SIGNS;

export const stanceSign = (stance: Stance): Sign => `st-${stance}`;
export const movementSign = (movement: Movement): Sign => `mv-${movement}`;
export const talkSign = (status: TalkStatus): Sign => `tk-${status}`;
export const deedSign = (solid: boolean): Sign => (solid ? 'dd-told' : 'dd-claimed');

/** The sign of a mark of the timeline, by its lane and what the store calls its glyph. */
export function markSign(lane: 'reports' | 'talks' | 'words' | 'deeds', glyph: string, solid: boolean): Sign {
  const has = (name: string): name is Sign => Object.hasOwn(SIGNS, name);
  if (lane === 'deeds') return deedSign(solid);
  if (lane === 'reports') return 'report';
  const name = lane === 'talks' ? `tk-${glyph}` : `st-${STANCE_OF_ACT[glyph] ?? glyph}`;
  return has(name) ? name : lane === 'talks' ? 'tk-scheduled' : 'said';
}

/** Acts that take the sign of a stance; others take the plain stroke of something said. */
const STANCE_OF_ACT: Readonly<Record<string, string>> = {
  demand: 'demands',
  threaten: 'demands',
  offer: 'offers',
  promise: 'offers',
  agree: 'accepts',
  reject: 'rejects',
};
