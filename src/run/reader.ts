import { loadResources } from '../data/load.ts';
import { withCaseIssues } from '../interpret/positions/issues.ts';
import { createReader } from '../reading.ts';
import type { Document, Reading } from '../record.ts';
import { ownProducer } from './producer.ts';

/** What a reader needs to know of a case: the issues that it adds, as they stand in `case.yaml`. */
export interface ReaderOptions {
  readonly issues?: readonly unknown[];
}

/** Loads lexicons and models, with a case's own issues. Throws an `IssuesError` where one of those is not well formed. */
export function loadReader({ issues = [] }: ReaderOptions = {}): (document: Document) => Reading {
  const resources = loadResources();
  if (issues.length === 0) return createReader(resources);
  const { interpret } = resources;
  const { positions } = interpret;
  const taxonomy = withCaseIssues(positions.taxonomy, issues);
  return createReader({
    ...resources,
    interpret: { ...interpret, positions: { ...positions, taxonomy } },
    producer: ownProducer(resources.producer, issues),
  });
}
