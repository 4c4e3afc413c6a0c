/** What a view says where nothing stands in it: the way back from a filter, else what would stand here and how it comes there. */
import { Empty } from '../answer.tsx';
import { formatRoute } from '../route.ts';
import { toView } from '../state.ts';
import { SAY } from '../words.ts';
import { clearFilters, isNarrowed } from './filters.tsx';

export const Nothing = (props: {
  readonly title: string;
  /** What would stand here: a sentence. */
  readonly would: string;
  /** Whether a filter may have left it empty, and what takes that back; the filters of all views unless told. */
  readonly narrowed?: boolean;
  readonly clear?: () => void;
}) => (
  <Empty title={props.title}>
    {(props.narrowed ?? isNarrowed()) ? (
      <button type="button" class="link" onClick={props.clear ?? clearFilters}>
        {SAY.clear}
      </button>
    ) : (
      <>
        {props.would} <a href={formatRoute(toView('add'))}>Add reports</a>
      </>
    )}
  </Empty>
);
