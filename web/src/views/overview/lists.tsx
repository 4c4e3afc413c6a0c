/** The lists of the overview: sticking points, agreed, unanswered, talks, disputes. */
import type { Agreed, CaseDispute, FigureRange, StickingPoint, TalkLife, Unanswered } from '../../../../src/case.ts';
import type { Matrix } from '../../../../src/store/store.ts';
import { intervalWords, shortDay, withoutOwnYear } from '../../dates.ts';
import { talkTitle } from '../../drawer/titles.ts';
import { AboutDispute, Head, Opens, Party, Possible, Words } from '../../parts/bits.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useMatrix } from '../../parts/matrix.ts';
import { accountWords } from '../../parts/sayer.ts';
import { stanceSign, talkSign } from '../../parts/signs.ts';
import { formatRoute } from '../../route.ts';
import { figureWords } from '../../scale/figures.ts';
import { hidden, issueName, mainParties, partyClass, toView } from '../../state.ts';
import { count, DISPUTE, FIGURE, SAY, STANCE, TALK_STATUS } from '../../words.ts';
import { FigureStrip } from '../figures.tsx';

/** More columns than these are no table any more, but a list. */
const MOST_COLUMNS = 5;

const holdersOf = (matrix: Matrix | undefined, issues: readonly string[]): readonly string[] => {
  const holds = new Set((matrix?.cells ?? []).filter((c) => issues.includes(c.issue)).map((c) => c.holder));
  return mainParties.value.filter((p) => holds.has(p) && !hidden.value.has(p));
};

/** What each party holds on an issue, in one column each where there are few. */
const Stances = (props: {
  readonly matrix: Matrix | undefined;
  readonly issue: string;
  readonly holders: readonly string[];
}) => (
  <span class="stances">
    {props.holders.map((holder) => {
      const cell = props.matrix?.cells.find((c) => c.issue === props.issue && c.holder === holder);
      return (
        <span class={`${partyClass(holder)} ${cell ? '' : 'none'}`}>
          <span class="ptag">
            <Party name={holder} />{' '}
          </span>
          {cell ? (
            <>
              <Glyph sign={stanceSign(cell.stance)} class="pc" />
              {STANCE[cell.stance]}
            </>
          ) : (
            'no report'
          )}
        </span>
      );
    })}
  </span>
);

/** Of many parties, those that stand against each other on it, then how many others hold something. */
const MOST_NAMED = 4;

const Against = (props: { readonly matrix: Matrix | undefined; readonly point: StickingPoint }) => {
  const { point } = props;
  const lines = [...point.opposed, ...point.blocked].flatMap(({ a, b }) => [a, b]);
  const cells = (props.matrix?.cells ?? []).filter((c) => !hidden.value.has(c.holder));
  const named = [...new Set(lines)].flatMap((line) => cells.find((c) => c.line === line) ?? []).slice(0, MOST_NAMED);
  const holders = new Set(named.map((c) => c.holder));
  const others = new Set(cells.filter((c) => c.issue === point.issue && !holders.has(c.holder)).map((c) => c.holder));
  return (
    <span class="stances against">
      {named.map((cell) => (
        <span class={partyClass(cell.holder)}>
          <Party name={cell.holder} /> <Glyph sign={stanceSign(cell.stance)} class="pc" />
          {STANCE[cell.stance]}
        </span>
      ))}
      {others.size > 0 && <span class="i3">{count(others.size, 'further party', 'further parties')} on it</span>}
    </span>
  );
};

export function StickingPoints(props: { readonly points: readonly StickingPoint[] }) {
  const { value: matrix } = useMatrix();
  const shown = props.points.slice(0, 7);
  const holders = holdersOf(
    matrix,
    shown.map((s) => s.issue),
  );
  const few = holders.length <= MOST_COLUMNS;
  return (
    <section>
      <Head title="Sticking points" aside="weightiest first">
        <a href={formatRoute(toView('positions'))}>{SAY.all}</a>
      </Head>
      {shown.length === 0 && <p class="i2">No stances stand against each other.</p>}
      <div class={few ? 'sticks' : ''} style={{ '--n': holders.length }}>
        {shown.length > 0 && few && (
          <p class="heads" aria-hidden="true">
            {holders.map((p) => (
              <Party name={p} />
            ))}
          </p>
        )}
        <ol class="stick">
          {shown.map((s) => {
            const pair = s.opposed[0] ?? s.blocked[0];
            const inside = (
              <>
                <span class="name">
                  {issueName(s.issue)} <Possible confidence={s.sure ? 1 : 0} />
                  <span class="by">{shortDay(s.support.last)}</span>
                </span>
                {few ? (
                  <Stances matrix={matrix} issue={s.issue} holders={holders} />
                ) : (
                  <Against matrix={matrix} point={s} />
                )}
                {s.reasons.slice(0, 1).map((why) => (
                  <span class="why">{why}</span>
                ))}
              </>
            );
            return (
              <li>
                {pair ? (
                  <Opens kind="line" id={pair.a}>
                    {inside}
                  </Opens>
                ) : (
                  inside
                )}
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}

export const AgreedList = (props: { readonly agreed: readonly Agreed[] }) => (
  <section>
    <Head title="Agreed" />
    <ol class="stick">
      {props.agreed.map((a) => (
        <li>
          <Opens kind="line" id={a.lines[0] ?? ''}>
            <span class="name">
              {issueName(a.issue)}
              <span class="by">{shortDay(a.evidence[0]?.day ?? null)}</span>
            </span>
            {a.evidence[0] && (
              <span class="why">
                <Words>{a.evidence[0].words}</Words>
              </span>
            )}
            <span class="stances">
              {a.parties.map((p) => (
                <Party name={p} />
              ))}
            </span>
          </Opens>
        </li>
      ))}
    </ol>
  </section>
);

export function UnansweredList(props: { readonly unanswered: readonly Unanswered[] }) {
  const { value: matrix } = useMatrix();
  const of = (line: string) => matrix?.cells.find((c) => c.line === line);
  return (
    <section>
      <Head title="Not answered" aside="no report says that anybody replied" />
      <ol class="nxt">
        {props.unanswered.slice(0, 8).map((u) => (
          <li>
            <Opens kind="line" id={u.line}>
              <span>
                {shortDay(u.point.day)}
                <span class="st">
                  <Glyph sign={stanceSign(u.point.stance)} />
                  {STANCE[u.point.stance]}
                </span>
              </span>
              <span>
                <Party name={of(u.line)?.holder ?? u.point.by?.party ?? null} /> <Words>{u.point.words}</Words>
                {of(u.line) && <span class="st">{issueName(of(u.line)!.issue)}</span>}
              </span>
            </Opens>
          </li>
        ))}
      </ol>
    </section>
  );
}

export const TalkList = (props: { readonly talks: readonly TalkLife[]; readonly none: string }) => (
  <>
    {props.talks.length === 0 && <p class="i2">{props.none}</p>}
    <ol class="nxt">
      {props.talks.slice(0, 5).map((t) => (
        <li>
          <Opens kind="talk" id={t.id}>
            <span>
              <b>{withoutOwnYear(intervalWords(t.when) ?? 'undated')}</b>
              <span class="st">
                <Glyph sign={talkSign(t.status)} />
                {TALK_STATUS[t.status]}
              </span>
            </span>
            <span>
              {talkTitle({ ...t, participants: [] })} <Possible confidence={t.confidence} />
              <span class="who">
                {t.participants.map((p) => (
                  <Party name={p} />
                ))}
                {t.mediators.length > 0 && <span>{t.mediators.join(', ')} mediating</span>}
              </span>
            </span>
          </Opens>
        </li>
      ))}
    </ol>
  </>
);

/** `9; 14 to 19; 17 or more`, of all claimants now. */
const figuresOf = (figures: readonly FigureRange[]): string =>
  [...new Set(figures.flatMap((f) => figureWords(f.told.at(-1) ?? { low: null, high: null }) || []))].join('; ');

const Dispute = (props: { readonly dispute: CaseDispute }) => {
  const { dispute: d } = props;
  const what = d.figures[0]?.what;
  const figures = d.figures.filter((f) => f.what === what && f.told.length > 0);
  const told = figuresOf(figures);
  return (
    <Opens kind="dispute" id={d.id}>
      <span>
        <AboutDispute dispute={d} /> <Possible confidence={d.confidence} />
        <span class="st">
          {DISPUTE[d.kind]}
          {told && what && `: ${FIGURE[what].toLowerCase()} ${told}`}
          {d.support.first ? ` · since ${shortDay(d.support.first)}` : ''} · {count(d.accounts.length, 'account')}
        </span>
      </span>
      <span class="who">
        {[...new Set(d.accounts.map((a) => a.party ?? accountWords(a)))].map((who) => (
          <Party name={who} />
        ))}
        {figures.length > 1 && <FigureStrip figures={figures} />}
      </span>
    </Opens>
  );
};

export const OpenDisputes = (props: { readonly disputes: readonly CaseDispute[] }) => (
  <section>
    <Head title="Open disputes">
      <a href={formatRoute(toView('disputes'))}>{SAY.all}</a>
    </Head>
    {props.disputes.length === 0 && <p class="i2">No accounts stand against each other.</p>}
    <ol class="nxt wide">
      {props.disputes.slice(0, 6).map((d) => (
        <li>
          <Dispute dispute={d} />
        </li>
      ))}
    </ol>
  </section>
);
