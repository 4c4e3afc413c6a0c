/** The views by name. */
import type { ComponentType } from 'preact';
import type { View } from '../route.ts';
import { Actors } from './actors.tsx';
import { Deeds } from './deeds.tsx';
import { Disputes } from './disputes.tsx';
import { MapView } from './map/map.tsx';
import { Overview } from './overview/overview.tsx';
import { Positions } from './positions/positions.tsx';
import { Reports } from './reports/reports.tsx';
import { Search } from './search.tsx';
import { Settings } from './settings/settings.tsx';
import { Talks } from './talks.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { Add } from './work/add.tsx';
import { Brief } from './work/brief.tsx';
import { Correct } from './work/correct.tsx';

export const VIEW_PARTS: Readonly<Record<View, ComponentType>> = {
  overview: Overview,
  positions: Positions,
  timeline: Timeline,
  talks: Talks,
  disputes: Disputes,
  deeds: Deeds,
  actors: Actors,
  map: MapView,
  reports: Reports,
  search: Search,
  correct: Correct,
  brief: Brief,
  add: Add,
  case: Settings,
};
