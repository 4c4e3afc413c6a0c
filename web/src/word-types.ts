/** For `words.ts`: a label for each member of a type, so that none is forgotten when one is added. */
import type { Actor, EntryKind, ItemKind, Quad } from '../../src/case.ts';
import type {
  DisputeKind,
  EventStatus,
  EventType,
  FigureKind,
  Movement,
  Stance,
  TalkKind,
  TalkStatus,
} from '../../src/record.ts';
import type { View } from './route.ts';

export type ViewWords = Readonly<Record<View, string>>;
export type StanceWords = Readonly<Record<Stance, string>>;
export type MovementWords = Readonly<Record<Movement, string>>;
export type TalkKindWords = Readonly<Record<TalkKind, string>>;
export type TalkStatusWords = Readonly<Record<TalkStatus, string>>;
export type EventTypeWords = Readonly<Record<EventType, string>>;
export type EventStatusWords = Readonly<Record<EventStatus, string>>;
export type FigureWords = Readonly<Record<FigureKind, string>>;
export type DisputeWords = Readonly<Record<DisputeKind, string>>;
export type ItemKindWords = Readonly<Record<ItemKind | EntryKind | 'report', string>>;
export type ActorKindWords = Readonly<Record<Actor['kind'], string>>;
export type QuadWords = Readonly<Record<Quad, string>>;
