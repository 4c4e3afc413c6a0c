import { loadResources } from '../data/load.ts';
import { withCaseIssues } from '../interpret/positions/issues.ts';
import { createReader, createStages, type Resources, type Stages } from '../reading.ts';
import type { Document, Reading } from '../record.ts';
import { ownProducer } from './producer.ts';

/** What a reader needs to know of a case: the issues that it adds, as they stand in `case.yaml`. */
export interface ReaderOptions {
  readonly issues?: readonly unknown[];
  /** Hears how long each stage took for a report, in milliseconds. */
  readonly onStage?: (stage: keyof Stages, ms: number) => void;
}

/** The stages with a clock beside them. */
function timed(resources: Resources, onStage: NonNullable<ReaderOptions['onStage']>): Stages {
  const stages = createStages(resources);
  const clocked = <A extends unknown[], R>(name: keyof Stages, stage: (...given: A) => R) => {
    return (...given: A): R => {
      const began = performance.now();
      try {
        return stage(...given);
      } finally {
        onStage(name, performance.now() - began);
      }
    };
  };
  return {
    clean: clocked('clean', stages.clean),
    segment: clocked('segment', stages.segment),
    mention: clocked('mention', stages.mention),
    attribute: clocked('attribute', stages.attribute),
    interpret: clocked('interpret', stages.interpret),
  };
}

const readerOf = (resources: Resources, onStage: ReaderOptions['onStage']): ((document: Document) => Reading) =>
  onStage ? createReader(resources, timed(resources, onStage)) : createReader(resources);

/** Loads lexicons and models, with a case's own issues. Throws an `IssuesError` where one of those is not well formed. */
export function loadReader({ issues = [], onStage }: ReaderOptions = {}): (document: Document) => Reading {
  const resources = loadResources();
  if (issues.length === 0) return readerOf(resources, onStage);
  const { interpret } = resources;
  const { positions } = interpret;
  const taxonomy = withCaseIssues(positions.taxonomy, issues);
  return readerOf(
    {
      ...resources,
      interpret: { ...interpret, positions: { ...positions, taxonomy } },
      producer: ownProducer(resources.producer, issues),
    },
    onStage,
  );
}
