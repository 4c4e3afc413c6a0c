/** A forest as parts of a model file. */
import type { Forest } from './forest.ts';
import type { ModelFile, ModelWriter } from './model-file.ts';

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Int32Array): Uint8Array =>
  new Uint8Array(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
/** A copy, since the part may begin at an odd place. */
const copyOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

export const addForest = (writer: ModelWriter, name: string, forest: Forest): ModelWriter =>
  writer
    .add(
      `${name}.shape`,
      new TextEncoder().encode(JSON.stringify({ columns: forest.columns, depth: forest.depth, base: forest.base })),
    )
    .add(`${name}.asked`, forest.asked)
    .add(`${name}.cuts`, bytesOf(forest.cuts))
    .add(`${name}.weights`, bytesOf(forest.weights));

export function forestFrom(file: ModelFile, name: string): Forest {
  const shape = JSON.parse(new TextDecoder().decode(file.part(`${name}.shape`))) as Pick<
    Forest,
    'columns' | 'depth' | 'base'
  >;
  return {
    ...shape,
    asked: file.part(`${name}.asked`),
    cuts: new Int32Array(copyOf(file.part(`${name}.cuts`))),
    weights: new Float32Array(copyOf(file.part(`${name}.weights`))),
  };
}
