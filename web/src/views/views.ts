/** The views by name. */
import type { ComponentType } from 'preact';
import type { View } from '../route.ts';
import { Overview } from './overview/overview.tsx';
import { Positions } from './positions/positions.tsx';
import { Soon } from './soon.tsx';

export const VIEW_PARTS: Readonly<Record<View, ComponentType>> = {
  overview: Overview,
  positions: Positions,
  timeline: Soon,
  talks: Soon,
  disputes: Soon,
  deeds: Soon,
  actors: Soon,
  map: Soon,
  reports: Soon,
  search: Soon,
  correct: Soon,
  brief: Soon,
  add: Soon,
};
