/** What parties said that they would do or not do, beside what each did on the issue in the weeks after. */
import { useState } from 'preact/hooks';
import type { Happening, Undertaking } from '../../../src/case.ts';
import { Show, useAnswer } from '../answer.tsx';
import { intervalWords, shortDay, withoutOwnYear } from '../dates.ts';
import { isTold } from '../drawer/sheet.ts';
import { happeningTitle } from '../drawer/titles.ts';
import { Head, Opens, Party, Possible, Words } from '../parts/bits.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { useGrowing } from '../parts/growing.tsx';
import { sourceWords } from '../parts/sayer.ts';
import { deedSign, stanceSign } from '../parts/signs.ts';
import { undertakingsQuestion } from '../questions.ts';
import { filterOf } from '../route.ts';
import { hidden, issueName, parameters, partyClass } from '../state.ts';
import { clip, fullest } from '../text.ts';
import { count, STANCE } from '../words.ts';

const PLEDGE = { promise: 'promises', threaten: 'threatens' } as const;
/** More when they are asked for: the figures stand below. */
const AT_ONCE = 4;

const Deed = (props: { readonly deed: Happening }) => {
  const { deed } = props;
  const [first] = deed.evidence;
  return (
    <li>
      <Opens kind="happening" id={deed.id}>
        <span class="t">{withoutOwnYear(intervalWords(deed.when) ?? shortDay(deed.support.first))}</span>
        <span>
          <Glyph sign={deedSign(isTold(deed))} class="pc" />
          {happeningTitle({ ...deed, actors: [] })} <Possible confidence={deed.confidence} />
          {first && (
            <>
              {' '}
              <span class="q said">{`“${clip(fullest(first.words), 18)}”`}</span>{' '}
              <span class="by">{sourceWords(first)}</span>
            </>
          )}
        </span>
      </Opens>
    </li>
  );
};

const One = (props: { readonly one: Undertaking }) => {
  const { holder, issue, line, point, deeds, total } = props.one;
  const [first] = point.evidence;
  return (
    <li class={`und ${partyClass(holder)}`}>
      <Opens kind="line" id={line}>
        <span class="t">{shortDay(point.day)}</span>
        <span>
          <Party name={holder} /> <Glyph sign={stanceSign(point.stance)} class="pc" />
          <b>{point.said ? PLEDGE[point.said] : STANCE[point.stance]}</b>, on {issueName(issue)}{' '}
          <Possible confidence={point.confidence} />
          <span class="w">
            <Words>{fullest(point.words)}</Words>
          </span>
          {point.condition && !point.words.includes(point.condition) && <span class="by">{point.condition}</span>}
          {first && <span class="by">{sourceWords(first)}</span>}
        </span>
      </Opens>
      <div class="after">
        {total === 0 ? (
          <p class="i3">no deed told on it in the eight weeks after</p>
        ) : (
          <>
            <ol>
              {deeds.map((deed) => (
                <Deed key={deed.id} deed={deed} />
              ))}
            </ol>
            {total > deeds.length && <p class="by">and {count(total - deeds.length, 'further deed')} in these weeks</p>}
          </>
        )}
      </div>
    </li>
  );
};

export function Undertakings() {
  const { asked, ask } = undertakingsQuestion(filterOf(parameters.value));
  const answer = useAnswer(asked, ask);
  const [bare, showBare] = useState(false);
  const told = (answer.value ?? []).filter(({ holder }) => !hidden.value.has(holder));
  const followed = told.filter(({ total }) => total > 0);
  const left = told.length - followed.length;
  const all = bare ? told : followed;
  const { drawn, rest } = useGrowing(all.length, bare ? all.length : AT_ONCE, `${asked} ${bare}`, false);
  return (
    <section class="group unds">
      <Head
        title="What was undertaken, and what was done after"
        aside="the newest; set side by side, whether a word was kept is for the reader to say"
      />
      <Show answer={answer} waiting="Setting deeds beside words">
        {() =>
          told.length === 0 ? (
            <p class="i2">
              No report tells of an offer, a promise, a refusal or a threat here on which deeds could follow.
            </p>
          ) : (
            <>
              {all.length > 0 && (
                <p class="undh" aria-hidden="true">
                  <span>Said</span>
                  <span>Done on the issue in the eight weeks after</span>
                </p>
              )}
              <ol>
                {all.slice(0, drawn).map((one) => (
                  <One key={`${one.line} ${one.point.id}`} one={one} />
                ))}
              </ol>
              {rest}
              {left > 0 && (
                <p class="by">
                  {count(left, 'undertaking')} among these with no deed told on {left === 1 ? 'its' : 'their'} issue in
                  the eight weeks after.{' '}
                  <button type="button" class="link" aria-pressed={bare} onClick={() => showBare(!bare)}>
                    {bare ? 'Leave them out' : 'Show them'}
                  </button>
                </p>
              )}
            </>
          )
        }
      </Show>
    </section>
  );
}
