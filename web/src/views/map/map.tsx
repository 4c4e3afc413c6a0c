/** Talks and deeds by place. The drawing and its outlines come only when it is opened. */
import { useEffect, useState } from 'preact/hooks';
import type { Happening, TalkLife } from '../../../../src/case.ts';
import type { Filter } from '../../../../src/store/store.ts';
import { askKept, type Question, Show, useAnswer } from '../../answer.tsx';
import { intervalWords } from '../../dates.ts';
import { isTold } from '../../drawer/sheet.ts';
import { happeningTitle, talkTitle } from '../../drawer/titles.ts';
import { Opens, Possible } from '../../parts/bits.tsx';
import { Filters, OnlySure, Pick, PickParty, PickPeriod, ViewHead } from '../../parts/filters.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useGrowing } from '../../parts/growing.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { deedSign, talkSign } from '../../parts/signs.ts';
import { filterOf } from '../../route.ts';
import { client, narrow, parameters, partyClass } from '../../state.ts';
import { clip, fullest } from '../../text.ts';
import { ABOUT, count, EVENT_TYPE, SAY, VIEW } from '../../words.ts';
import { type Spot, spotsOf } from './spots.ts';

const MOST = 150;
type Drawing = typeof import('./drawing.tsx').Drawing;

async function gather(given: Filter) {
  const api = client.peek();
  const filter = { ...given, limit: MOST, brief: true };
  const { status: _, type: __, ...forTalks } = filter;
  const [happenings, talks, maps, file] = await Promise.all([
    api.happenings(filter),
    filter.type ? { rows: [] as readonly TalkLife[] } : api.talks(forTalks),
    askKept({ asked: 'maps', ask: api.maps }),
    askKept({ asked: 'case', ask: api.caseFile }),
  ]);
  const known = new Map<string, readonly [number, number]>();
  for (const p of file.places)
    for (const name of [p.name, ...p.aliases]) known.set(name.toLowerCase(), [p.longitude, p.latitude]);
  for (const h of happenings.rows)
    if (h.place && h.place.longitude !== null && h.place.latitude !== null)
      known.set(h.place.name.toLowerCase(), [h.place.longitude, h.place.latitude]);
  for (const map of maps)
    for (const f of (map.geojson as GeoJSON.FeatureCollection).features ?? [])
      if (f.geometry?.type === 'Point' && typeof f.properties?.['name'] === 'string')
        known.set(f.properties['name'].toLowerCase(), f.geometry.coordinates as unknown as [number, number]);
  return { spots: spotsOf(happenings.rows, talks.rows, known), maps, more: happenings.total - happenings.rows.length };
}

/** The drawing and its outlines are files of their own. */
const drawing = () => import('./drawing.tsx');
/** Beside the drawing stands the list of places, where there is room for both. */
const LIST = 368;
const TWO_COLUMNS = 900;

/** Draws the outlines of the world while nobody waits for them: `idle` is when nothing else is to be done. */
export async function drawingAhead(idle: () => Promise<unknown>): Promise<void> {
  const { asked, ask } = mapQuestion({});
  const [{ drawAhead }, { spots, maps }] = await Promise.all([drawing(), askKept({ asked, ask })]);
  const box = document.querySelector('main');
  if (!box) return;
  const { paddingLeft, paddingRight } = getComputedStyle(box);
  const room = box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  await drawAhead(spots, maps, room > TWO_COLUMNS ? room - LIST : room, idle);
}

export const mapQuestion = (filter: Filter): Question<Awaited<ReturnType<typeof gather>>> => ({
  asked: `map ${JSON.stringify(filter)}`,
  ask: () => gather(filter),
});

const Deed = (props: { readonly h: Happening }) => (
  <li>
    <Opens kind="happening" id={props.h.id}>
      <span class={partyClass(props.h.actors[0]?.name)}>
        <Glyph sign={deedSign(isTold(props.h))} class="pc" />
      </span>
      {happeningTitle({ ...props.h, place: null })} <span class="by">{intervalWords(props.h.when) ?? 'undated'}</span>{' '}
      <Possible confidence={props.h.confidence} />
      <span class="q said">{`“${clip(fullest(props.h.evidence[0]?.words ?? ''), 11)}”`}</span>
    </Opens>
  </li>
);

const Talk = (props: { readonly t: TalkLife }) => (
  <li>
    <Opens kind="talk" id={props.t.id}>
      <Glyph sign={talkSign(props.t.status)} />
      {talkTitle({ ...props.t, place: null })} <span class="by">{intervalWords(props.t.when) ?? 'undated'}</span>{' '}
      <Possible confidence={props.t.confidence} />
    </Opens>
  </li>
);

/** Names of lines that the case's own map draws. */
const linesOf = (maps: readonly { readonly geojson: unknown }[]): readonly string[] =>
  maps
    .flatMap((m) => (m.geojson as GeoJSON.FeatureCollection).features ?? [])
    .flatMap((f) => (/Line/.test(f.geometry?.type ?? '') ? (f.properties?.['name'] ?? []) : []));

const precisionWords = (s: Spot): string =>
  s.at === null
    ? 'not on the map: no coordinates are known'
    : s.precision === 'country'
      ? 'somewhere in the country'
      : s.precision === 'region'
        ? 'somewhere in the region'
        : '';

/** So many places fill the list beside the map. */
const AT_ONCE = 10;

const Places = (props: { readonly spots: readonly Spot[]; readonly chosen: string | undefined }) => {
  const shown = props.chosen ? props.spots.filter((s) => s.name === props.chosen) : props.spots;
  const { drawn, rest } = useGrowing(shown.length, AT_ONCE, shown.map((s) => s.name).join());
  return (
    <section class="places" tabIndex={0} aria-label="Places">
      {props.chosen && (
        <p>
          <button type="button" class="link" onClick={() => narrow({ name: undefined })}>
            All places
          </button>
        </p>
      )}
      <ul>
        {shown.slice(0, drawn).map((s) => (
          <li>
            <b>{s.name}</b> <span class="by">{precisionWords(s)}</span>
            <ul>
              {s.talks.slice(0, props.chosen ? MOST : 6).map((t) => (
                <Talk t={t} />
              ))}
              {s.deeds.slice(0, props.chosen ? MOST : 6).map((h) => (
                <Deed h={h} />
              ))}
            </ul>
            {!props.chosen && Math.max(s.deeds.length, s.talks.length) > 6 && (
              <button type="button" class="link" onClick={() => narrow({ name: s.name })}>
                {[['more deed', s.deeds.length - 6] as const, ['more talk', s.talks.length - 6] as const]
                  .flatMap(([what, n]) => (n > 0 ? count(n, what) : []))
                  .join(', ')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {rest}
    </section>
  );
};

export function MapView() {
  const [Drawing, load] = useState<{ readonly as: Drawing } | null>(null);
  useEffect(() => {
    void drawing().then((m) => load({ as: m.Drawing }));
  }, []);
  const p = parameters.value;
  const { asked, ask } = mapQuestion(filterOf(p));
  const answer = useAnswer(asked, ask);
  // What the map shows at first gives its frame, whatever narrows it.
  const all = mapQuestion({});
  const whole = useAnswer(all.asked, all.ask);
  return (
    <>
      <ViewHead title={VIEW.map} about={ABOUT.map} />
      <Filters>
        <PickParty />
        <Pick name="type" label="Deed" choices={Object.entries(EVENT_TYPE)} />
        <PickPeriod />
        <OnlySure />
      </Filters>
      <Show answer={answer} waiting="Placing talks and deeds">
        {({ spots, maps, more }) =>
          spots.length === 0 ? (
            <Nothing
              title="No report names a place for what is shown here"
              would="Talks and deeds would stand here by place."
            />
          ) : (
            <div class="mapg">
              <div class="map">
                {Drawing && (whole.value || whole.fault) ? (
                  <Drawing.as spots={spots} around={whole.value?.spots ?? spots} maps={maps} chosen={p.name} />
                ) : (
                  <p class="i2">Drawing the map</p>
                )}
                <p class="key">
                  <span>squares: deeds, in the colour of who is said to have done them; rings: talks</span>
                  <span>dashed: the report says no more than the region or country</span>
                  <span>
                    <Possible confidence={0} /> dotted and empty, where nothing at a place is sure: {SAY.lessSure}
                  </span>
                  {maps.length > 0 && <span>the case’s own map: {maps.map((m) => m.name).join(', ')}</span>}
                  {linesOf(maps).length > 0 && <span>drawn line: {linesOf(maps).join(', ')}</span>}
                  <span>
                    Borders are those of the data set (Natural Earth, as changed by Visionscarto); they say nothing on
                    who owns what.
                  </span>
                  {more > 0 && <span>{count(more, 'further deed')}; choose a period to see them</span>}
                </p>
              </div>
              <Places spots={spots} chosen={p.name} />
            </div>
          )
        }
      </Show>
    </>
  );
}
