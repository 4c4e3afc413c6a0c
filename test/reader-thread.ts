/** A thread that reads texts as it is sent them, so that a test may give one up that never ends. */
import { parentPort } from 'node:worker_threads';
import { loadResources } from '../src/data/load.ts';
import { documentFromText } from '../src/ingest/document.ts';
import { createReader } from '../src/reading.ts';
import type { Document, Note } from '../src/record.ts';
import { faultsOf } from './faults.ts';

/** What a test may look at of a reading. */
export interface Answer {
  readonly faults: readonly string[];
  readonly error: string | null;
  readonly notes: readonly Pick<Note, 'code' | 'span' | 'message'>[];
  /** The words that are said, in order. */
  readonly said: readonly string[];
  readonly repeats: number;
  readonly blocks: number;
}

const read = createReader(loadResources());

function answer(text: string): Answer {
  const notes = (all: readonly Note[]) => all.map(({ code, span, message }) => ({ code, span, message }));
  const found = documentFromText(text, { path: '-', line: null });
  try {
    // Every stage is to see it, whatever language it seems to be in.
    const document: Document = { ...found, language: 'en', notes: [] };
    const reading = read(document);
    return {
      faults: faultsOf(document, reading).slice(0, 20),
      error: null,
      notes: notes([...found.notes, ...reading.notes]),
      said: reading.statements.map((s) => s.content.map((c) => text.slice(c.start, c.end)).join(' ')),
      repeats: reading.repeats.length,
      blocks: reading.blocks.length,
    };
  } catch (e) {
    const error = e instanceof Error ? (e.stack ?? e.message) : String(e);
    return { faults: [], error, notes: notes(found.notes), said: [], repeats: 0, blocks: 0 };
  }
}

parentPort?.on('message', (text: string) => parentPort?.postMessage(answer(text)));
