/** A long list of which only what is in sight stands in the page; further pages are asked for near the end. */
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { ApiError } from '../../../src/api/client.ts';
import type { Page } from '../../../src/store/store.ts';
import { useAnswer } from '../answer.tsx';
import type { Paged } from '../questions.ts';

export interface Pages<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly fault: ApiError | null;
  /** Nothing has come yet. */
  readonly waiting: boolean;
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly again: () => void;
}

/** Pages of one answer, put together. Starts anew when what is asked changes. */
export function usePages<T>(paged: Paged<T> | null): Pages<T> {
  const ask = paged?.page ?? (() => Promise.reject(new Error('nothing is asked')));
  const first = useAnswer(paged?.asked ?? null, () => ask(null));
  const [rest, setRest] = useState<{ readonly of: Page<T> | undefined; readonly pages: readonly Page<T>[] }>({
    of: undefined,
    pages: [],
  });
  const asking = useRef(false);
  const further = rest.of === first.value ? rest.pages : [];
  const last = further.at(-1) ?? first.value;
  const next = last?.next ?? null;
  const more = (): void => {
    if (next === null || asking.current) return;
    asking.current = true;
    const of = first.value;
    ask(next).then(
      (page) => {
        asking.current = false;
        setRest((r) => ({ of, pages: [...(r.of === of ? r.pages : []), page] }));
      },
      () => {
        // Asked again at the next scroll.
        asking.current = false;
      },
    );
  };
  return {
    rows: [...(first.value?.rows ?? []), ...further.flatMap((p) => p.rows)],
    total: first.value?.total ?? 0,
    fault: first.fault,
    waiting: first.value === undefined && first.fault === null,
    hasMore: next !== null,
    more,
    again: first.again,
  };
}

export function LongList<T>(props: {
  readonly rows: readonly T[];
  /** Of a row, in pixels, to begin with. */
  readonly height: number;
  readonly label: string;
  readonly class?: string;
  readonly more?: (() => void) | undefined;
  /** The row to bring into sight at first. */
  readonly at?: number;
  readonly children: (row: T, index: number) => ComponentChildren;
}) {
  const box = useRef<HTMLElement>(null);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const virtual = useRef<Virtualizer<HTMLElement, HTMLLIElement> | null>(null);
  const options: VirtualizerOptions<HTMLElement, HTMLLIElement> = {
    count: props.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => props.height,
    overscan: 12,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    initialRect: { width: 800, height: 800 },
    onChange: () => redraw(undefined),
  };
  virtual.current ??= new Virtualizer(options);
  const v = virtual.current;
  v.setOptions(options);
  useEffect(() => v._didMount(), []);
  useLayoutEffect(() => v._willUpdate());
  useEffect(() => {
    const node = box.current;
    if (node && props.at !== undefined) node.scrollTop = Math.max(props.at * props.height - node.clientHeight / 2, 0);
  }, []);
  const items = v.getVirtualItems();
  const end = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (props.more && end >= props.rows.length - 20) props.more();
  }, [end, props.rows.length]);
  return (
    // A place that scrolls has to be reached by the keyboard.
    <section class={`long ${props.class ?? ''}`} ref={box} aria-label={props.label} tabIndex={0}>
      <ul style={{ height: `${v.getTotalSize()}px` }}>
        {items.map((item) => {
          const row = props.rows[item.index];
          return row === undefined ? null : (
            <li
              key={item.key}
              data-index={item.index}
              ref={(e) => {
                if (e) v.measureElement(e);
              }}
              aria-setsize={props.rows.length}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {props.children(row, item.index)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
