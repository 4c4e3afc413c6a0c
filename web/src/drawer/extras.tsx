/** What each kind of entry shows below its evidence. */
import type {
  CaseDispute,
  Happening,
  ObservedMovement,
  PositionLine,
  PositionPoint,
  TalkLife,
} from '../../../src/case.ts';
import { useAnswer } from '../answer.tsx';
import { longDay, shortDay } from '../dates.ts';
import { Moved, Opens, Party, Possible, Words } from '../parts/bits.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { accountWords, sayerWords, sourceWords } from '../parts/sayer.ts';
import { stanceSign, talkSign } from '../parts/signs.ts';
import { formatRoute } from '../route.ts';
import { client, overview, partyClass, toView } from '../state.ts';
import { FigureRows } from '../views/figures.tsx';
import { count, SAY, STANCE, TALK_STATUS } from '../words.ts';
import { ActorExtras } from './actor.tsx';
import { toReport } from './evidence.tsx';
import type { Whole } from './sheet.ts';

export function Extras(props: { readonly whole: Whole; readonly showAll: (() => void) | null }) {
  const { whole } = props;
  switch (whole.kind) {
    case 'line':
      return <LineExtras line={whole.entry} showAll={props.showAll} />;
    case 'talk':
      return <TalkExtras talk={whole.entry} />;
    case 'happening':
      return <HappeningExtras happening={whole.entry} />;
    case 'dispute':
      return <DisputeExtras dispute={whole.entry} />;
    case 'actor':
      return <ActorExtras actor={whole.entry} />;
    default:
      return null;
  }
}

const Then = (props: { readonly point: PositionPoint }) => (
  <div>
    <small>
      {longDay(props.point.day)}
      {props.point.by ? `, ${sayerWords(props.point.by)}` : ''}
    </small>
    <Words>{props.point.words}</Words>
    <small>
      {STANCE[props.point.stance]}
      {props.point.condition ? ', on condition' : ''}
    </small>
  </div>
);

const Compared = (props: { readonly moved: ObservedMovement }) => (
  <section>
    <h3>
      {SAY.movement}:{' '}
      {props.moved.direction ? <Moved how={props.moved.direction} seen /> : `${props.moved.changed.join(', ')} differs`}
    </h3>
    <div class="cmp">
      <Then point={props.moved.from} />
      <Then point={props.moved.to} />
    </div>
  </section>
);

function LineExtras(props: { readonly line: PositionLine; readonly showAll: (() => void) | null }) {
  const { line } = props;
  const last = line.observed.at(-1);
  return (
    <>
      {last && <Compared moved={last} />}
      {line.claimed.length > 0 && (
        <section>
          <h3>What others say of its movement</h3>
          <ul class="rows">
            {line.claimed.map((c) => (
              <li>
                <button type="button" class="rowb" onClick={() => c.evidence[0] && toReport(c.evidence[0])}>
                  <span>
                    <Moved how={c.movement} seen={false} by={sayerWords(c.by)} /> <Words>{c.words}</Words>
                  </span>
                  <span class="nw">{shortDay(c.day)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {line.split.length > 0 && (
        <section>
          <h3>Voices of its own side that differ</h3>
          {line.split.map(([a, b]) => (
            <div class="cmp">
              <Then point={a} />
              <Then point={b} />
            </div>
          ))}
        </section>
      )}
      <section>
        <h3>
          {SAY.overTime} <small>{count(line.points.length + line.earlier, 'dated statement')}</small>
        </h3>
        {line.earlier > 0 && props.showAll && (
          <p>
            The newest {line.points.length} of them.{' '}
            <button type="button" class="link" onClick={props.showAll}>
              {SAY.more}
            </button>
          </p>
        )}
        <ol class={`over ${partyClass(line.holder)}`}>
          {line.points.map((p) => (
            <li>
              <span class="t">{shortDay(p.day)}</span>
              <span>
                <Glyph sign={stanceSign(p.stance)} class="pc" />
                <b>{STANCE[p.stance]}</b> <Possible confidence={p.confidence} /> <Words>{p.words}</Words>
                {p.condition && !p.words.includes(p.condition) && (
                  <>
                    , {SAY.condition} <Words>{p.condition}</Words>
                  </>
                )}
                <ul class="srcs">
                  {p.evidence.map((e) => (
                    <li class={e.copyOf ? 'cp' : ''}>
                      <button type="button" class="link" onClick={() => toReport(e)}>
                        {sourceWords(e)}
                      </button>
                      {e.copyOf ? ' (copy)' : p.voice === 'self' ? '' : ` · ${sayerWords(e.by)}`}
                    </li>
                  ))}
                </ul>
              </span>
            </li>
          ))}
        </ol>
      </section>
      <Against line={line.id} issue={line.issue} />
    </>
  );
}

/** Lines that stand against this one, among the sticking points. */
function Against(props: { readonly line: string; readonly issue: string }) {
  const others = [
    ...new Set(
      (overview.value?.stickingPoints ?? []).flatMap((s) =>
        [...s.opposed, ...s.blocked].flatMap((pair) =>
          pair.a === props.line ? [pair.b] : pair.b === props.line ? [pair.a] : [],
        ),
      ),
    ),
  ];
  if (!others.length) return null;
  return (
    <section>
      <h3>{SAY.against}</h3>
      <ul class="rows">
        {others.map((id) => (
          <OtherLine id={id} issue={props.issue} />
        ))}
      </ul>
    </section>
  );
}

/** By its cell of the table: the line itself may hold hundreds of statements. */
function OtherLine(props: { readonly id: string; readonly issue: string }) {
  const of = { issue: props.issue };
  const { value } = useAnswer(`matrix ${JSON.stringify(of)}`, () => client.peek().matrix(of));
  const cell = value?.cells.find((c) => c.line === props.id);
  if (!cell) return null;
  return (
    <li>
      <Opens kind="line" id={cell.line} class="rowb">
        <span>
          <Party name={cell.holder} /> {STANCE[cell.stance]} <Possible confidence={cell.confidence} />{' '}
          <Words>{cell.words}</Words>
        </span>
        <span class="nw">{shortDay(cell.support.last)}</span>
      </Opens>
    </li>
  );
}

const TalkExtras = (props: { readonly talk: TalkLife }) => (
  <section>
    <h3>{SAY.overTime}</h3>
    <ol class="over">
      {props.talk.steps.map((s) => (
        <li>
          <span class="t">{shortDay(s.day)}</span>
          <span>
            <Glyph sign={talkSign(s.status)} />
            <b>{TALK_STATUS[s.status]}</b> <Words>{s.words}</Words>
            <ul class="srcs">
              {s.evidence.map((e) => (
                <li class={e.copyOf ? 'cp' : ''}>
                  <button type="button" class="link" onClick={() => toReport(e)}>
                    {sourceWords(e)}
                  </button>
                </li>
              ))}
            </ul>
          </span>
        </li>
      ))}
    </ol>
    {props.talk.outcome && (
      <p class="out">
        <b>What came of it</b> <Words>{props.talk.outcome.words}</Words>
      </p>
    )}
  </section>
);

const HappeningExtras = (props: { readonly happening: Happening }) => {
  const h = props.happening;
  return (
    <>
      {(h.actors.length > 0 || h.targets.length > 0) && (
        <section>
          <h3>Who, and according to whom</h3>
          <ul class="rows">
            {h.actors.map((a) => (
              <li class="plain">
                <Party name={a.name} />, according to {[...new Set(a.evidence.map((e) => sayerWords(e.by)))].join(', ')}
              </li>
            ))}
            {h.targets.map((a) => (
              <li class="plain">against {a.name}</li>
            ))}
          </ul>
        </section>
      )}
      {h.figures.length > 0 && (
        <section>
          <h3>Figures, by claimant</h3>
          <FigureRows figures={h.figures} />
        </section>
      )}
    </>
  );
};

const DisputeExtras = (props: { readonly dispute: CaseDispute }) => (
  <>
    <section>
      <h3>Accounts</h3>
      <ul class="rows">
        {props.dispute.accounts.map((a) => (
          <li class="plain">
            <Party name={a.party ?? a.who}>{accountWords(a)}</Party> <Words>{a.words}</Words>
          </li>
        ))}
      </ul>
    </section>
    {props.dispute.figures.length > 0 && (
      <section>
        <h3>Figures, by claimant</h3>
        <FigureRows figures={props.dispute.figures} />
      </section>
    )}
    <p class="out">
      <a href={formatRoute(toView('disputes', {}, props.dispute.id))}>Side by side</a>
    </p>
  </>
);
