/** The lists of the overview: sticking points, agreed, unanswered, talks, disputes. */
import type { Agreed, CaseDispute, StickingPoint, TalkLife, Unanswered } from '../../../../src/case.ts';
import type { Matrix } from '../../../../src/store/store.ts';
import { useAnswer } from '../../answer.tsx';
import { intervalWords, shortDay } from '../../dates.ts';
import { talkTitle } from '../../drawer/titles.ts';
import { AboutDispute, Head, Opens, Party, Words } from '../../parts/bits.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { stanceSign, talkSign } from '../../parts/signs.ts';
import { formatRoute } from '../../route.ts';
import { figureWords } from '../../scale/figures.ts';
import { client, hidden, issueName, mainParties, partyClass, toView } from '../../state.ts';
import { count, DISPUTE, SAY, STANCE, TALK_STATUS } from '../../words.ts';

const Stances = (props: { readonly matrix: Matrix | undefined; readonly issue: string }) => (
  <span class="stances">
    {(props.matrix?.cells ?? [])
      .filter((c) => c.issue === props.issue && mainParties.value.includes(c.holder) && !hidden.value.has(c.holder))
      .map((c) => (
        <span class={partyClass(c.holder)}>
          <Party name={c.holder} /> <Glyph sign={stanceSign(c.stance)} class="pc" />
          {STANCE[c.stance]}
        </span>
      ))}
  </span>
);

export function StickingPoints(props: { readonly points: readonly StickingPoint[] }) {
  const { value: matrix } = useAnswer('matrix {}', () => client.peek().matrix({}));
  return (
    <section>
      <Head title="Sticking points" aside="weightiest first">
        <a href={formatRoute(toView('positions'))}>{SAY.all}</a>
      </Head>
      {props.points.length === 0 && <p class="i2">No stances stand against each other.</p>}
      <ol class="stick">
        {props.points.slice(0, 7).map((s) => {
          const pair = s.opposed[0] ?? s.blocked[0];
          const inside = (
            <>
              <span class="name">
                {issueName(s.issue)}
                <span class="by">{shortDay(s.support.last)}</span>
              </span>
              {s.reasons.slice(0, 2).map((why) => (
                <span class="why">{why}</span>
              ))}
              <Stances matrix={matrix} issue={s.issue} />
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
            <span class="name">{issueName(a.issue)}</span>
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

export const UnansweredList = (props: { readonly unanswered: readonly Unanswered[] }) => (
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
              {u.point.by?.party && <Party name={u.point.by.party} />} <Words>{u.point.words}</Words>
            </span>
          </Opens>
        </li>
      ))}
    </ol>
  </section>
);

export const TalkList = (props: { readonly talks: readonly TalkLife[]; readonly none: string }) => (
  <>
    {props.talks.length === 0 && <p class="i2">{props.none}</p>}
    <ol class="nxt">
      {props.talks.slice(0, 5).map((t) => (
        <li>
          <Opens kind="talk" id={t.id}>
            <span>
              <b>{intervalWords(t.when)?.replace(/ \d{4}$/, '') ?? 'undated'}</b>
              <span class="st">
                <Glyph sign={talkSign(t.status)} />
                {TALK_STATUS[t.status]}
              </span>
            </span>
            <span>
              {talkTitle({ ...t, participants: [] })}
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
const figuresOf = (d: CaseDispute): string =>
  [...new Set(d.figures.flatMap((f) => figureWords(f.told.at(-1) ?? { low: null, high: null }) || []))].join('; ');

export const OpenDisputes = (props: { readonly disputes: readonly CaseDispute[] }) => (
  <section>
    <Head title="Open disputes">
      <a href={formatRoute(toView('disputes'))}>{SAY.all}</a>
    </Head>
    {props.disputes.length === 0 && <p class="i2">No accounts stand against each other.</p>}
    <ol class="nxt wide">
      {props.disputes.slice(0, 6).map((d) => (
        <li>
          <Opens kind="dispute" id={d.id}>
            <span>
              <AboutDispute dispute={d} />
              <span class="st">
                {DISPUTE[d.kind]}
                {figuresOf(d) && `: ${figuresOf(d)}`} · {count(d.accounts.length, 'account')}
              </span>
            </span>
            <span class="who">
              {[...new Set(d.accounts.map((a) => a.party ?? a.who ?? SAY.reporter))].map((who) => (
                <Party name={who} />
              ))}
            </span>
          </Opens>
        </li>
      ))}
    </ol>
  </section>
);
