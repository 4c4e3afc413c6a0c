/**
 * Whether memory stays flat while reports are streamed in: `node bench/stream.ts [REPORTS] [WORDS] [JOBS]` (100,000 of 40 words, by one
 * thread). They are the beginnings of the reports of ../shared/news (else of the samples), each with its number in front; 0 words for whole
 * ones. Prints what the program holds each time another tenth was given, and the most it ever held. Linux only.
 */
import { existsSync } from 'node:fs';
import { SAMPLES } from '../src/cli/samples.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { figure } from './measure.ts';
import { memoryOver } from './memory.ts';

const [reports = '100000', words = '40', jobs = '1'] = process.argv.slice(2);
const news = '../shared/news';
const texts: string[] = [];
for await (const source of ingest([existsSync(news) ? news : SAMPLES])) {
  if (!('document' in source) || source.document.language !== 'en') continue;
  const all = source.document.text.split(/(?<=\s)/u);
  texts.push(Number(words) === 0 ? source.document.text : all.slice(0, Number(words)).join(''));
}
const { peak, atEnd, seconds } = await memoryOver(texts, Number(reports), {
  jobs: Number(jobs),
  onTenth: (given, now, after) =>
    console.log(`${figure(given, 6).padStart(9)} given  ${figure(now).padStart(5)} MB  ${after.toFixed(0)} s`),
});
const { userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(
  `${figure(Number(reports), 6)} reports of ${words} words, ${jobs} reading: ${figure(peak)} MB at most, ` +
    `${figure(atEnd)} MB at the end, ${figure(Number(reports) / seconds)} a second; making them took ${((userCPUTime + systemCPUTime) / 1e6).toFixed(0)} s of the processor`,
);
