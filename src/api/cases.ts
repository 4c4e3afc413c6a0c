/** The cases that a desk can open, behind an interface: in folders of one machine, or elsewhere. */
import type { CaseFile } from '../case.ts';
import type { Store } from '../store/store.ts';

/** What a case can be asked for besides its record. */
export interface OpenCase {
  readonly name: string;
  readonly store: Store;
  /** Changes its settings, where they are kept as well as in the store. */
  setFile(file: CaseFile): Promise<void>;
  /** Issues as the taxonomy and the case file have them. */
  issues(): Promise<readonly { readonly code: string; readonly name: string; readonly definition: string }[]>;
  /** The case's own GeoJSON files. */
  maps(): Promise<readonly { readonly name: string; readonly geojson: unknown }[]>;
  /** A new empty folder of the case, for files that are handed over; `remove` takes it away with all in it. */
  incoming(): Promise<{ readonly folder: string; remove(): Promise<void> }>;
  /** Reads reports from files and folders, or from web addresses, into the store. */
  add(sources: AddSources, onProgress: (progress: AddProgress) => void, signal: AbortSignal): Promise<void>;
  brief(request: BriefRequest): Promise<Brief>;
}

export interface AddSources {
  readonly paths: readonly string[];
  readonly urls: readonly string[];
  /** By what name the user knows the folder that files were handed over in; paths are told without it. */
  readonly under: string | null;
}

export interface AddProgress {
  readonly done: number;
  readonly total: number | null;
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
  readonly failure: { readonly path: string; readonly message: string } | null;
}

export interface BriefRequest {
  readonly format: 'md' | 'html' | 'json' | 'docx';
  readonly party?: string | undefined;
  readonly issue?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly views?: readonly string[] | undefined;
}

export interface Brief {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly file: string;
}

export interface Cases {
  /** `reports` is `null` for one that was not opened yet. */
  list(): Promise<readonly { readonly name: string; readonly reports: number | null }[]>;
  /** `null` where there is none of that name. */
  open(name: string): Promise<OpenCase | null>;
  /** A new empty case; `null` where the name is taken. */
  make(name: string): Promise<OpenCase | null>;
  close(): Promise<void>;
}
