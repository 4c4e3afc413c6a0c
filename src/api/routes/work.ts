/** Addresses that change a case: reports handed over, its settings, who looked, what is going on. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { CaseEvent } from '../hub.ts';
import { ROLES } from '../people.ts';
import { ApiProblem, invalid } from '../problem.ts';
import { caseRowSchema, statusSchema } from '../schemas/answers.ts';
import { CASE, casePath, newCaseSchema, pastedSchema } from '../schemas/requests.ts';
import { keepFiles, UPLOAD_LIMITS } from '../uploads.ts';

const personSchema = z.object({ name: z.string(), role: z.enum(ROLES) }).openapi('Person');
const job = z.object({ job: z.string() }).openapi('Job');

/** A silent connection is kept open by a comment so often, in milliseconds. */
const HEARTBEAT = 15_000;

/** What `caseFile` says as a text with its metadata, in the form that ingest reads. */
const asLine = (given: z.infer<typeof pastedSchema>): string => `${JSON.stringify(given)}\n`;

export const workEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/v1/status',
    tag: 'Desk',
    summary: 'Which version this is, and which cases there are',
    answer: statusSchema,
    handle: async ({ services }) => ({ version: services.version, cases: await services.cases.list() }),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/health',
    tag: 'Desk',
    summary: 'Whether the program answers',
    answer: z.object({ ok: z.boolean() }),
    handle: async () => ({ ok: true }),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/me',
    tag: 'Desk',
    summary: 'Who you are here, and what you may do',
    answer: personSchema,
    handle: async ({ person: { name, role } }) => ({ name, role }),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/cases',
    tag: 'Case',
    summary: 'All cases',
    answer: z.array(caseRowSchema),
    handle: async ({ services }) => services.cases.list(),
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/cases',
    tag: 'Case',
    summary: 'Make a new, empty case',
    role: 'administer',
    body: newCaseSchema,
    answer: caseRowSchema,
    handle: async ({ services, body }) => {
      const made = await services.cases.make(body.name);
      if (!made) {
        const detail = `There is a case called ${body.name} already. Choose another name, or open that one.`;
        throw new ApiProblem(409, 'taken', 'The name is taken', detail);
      }
      return { name: made.name, reports: 0 };
    },
  }),
  endpoint({
    method: 'post',
    path: `${CASE}/looked`,
    tag: 'Case',
    summary: 'Say that you look now; answers when you last did',
    params: casePath,
    answer: z.object({ previous: z.string().nullable() }),
    role: 'read',
    handle: async ({ open, services, person }) => ({
      previous: await (await open()).store.looked(person.name, services.now()),
    }),
  }),
  endpoint({
    method: 'post',
    path: `${CASE}/uploads`,
    tag: 'Reports',
    summary: 'Hand over reports: files (multipart, field "files"), or JSON with a text or an address',
    params: casePath,
    answer: job,
    handle: async ({ open, context, services }) => {
      const given = await open();
      const type = context.req.header('content-type') ?? '';
      if (type.startsWith('multipart/form-data')) {
        const body = await context.req.parseBody({ all: true });
        const sent = [body['files'] ?? []].flat().filter((part): part is File => part instanceof File);
        const incoming = await given.incoming();
        try {
          await keepFiles(incoming.folder, sent, UPLOAD_LIMITS);
        } catch (error) {
          await incoming.remove();
          throw error;
        }
        const sources = { paths: [incoming.folder], urls: [], under: incoming.folder };
        return { job: services.jobs.start(given, sources, incoming.remove) };
      }
      const pasted = pastedSchema.safeParse(await context.req.json().catch(() => null));
      if (!pasted.success) throw invalid(pasted.error);
      if (pasted.data.text === undefined) {
        if (!services.online) {
          const detail =
            'This desk reads no web addresses: it was started without --online. Save the page and drop it here.';
          throw new ApiProblem(403, 'offline', 'Offline', detail);
        }
        const sources = { paths: [], urls: [String(pasted.data.url)], under: null };
        return { job: services.jobs.start(given, sources, async () => {}) };
      }
      const incoming = await given.incoming();
      await writeFile(join(incoming.folder, 'pasted.jsonl'), asLine(pasted.data), { flag: 'wx' });
      const sources = { paths: [incoming.folder], urls: [], under: incoming.folder };
      return { job: services.jobs.start(given, sources, incoming.remove) };
    },
  }),
  endpoint({
    method: 'post',
    path: `${CASE}/jobs/{id}/stop`,
    tag: 'Reports',
    summary: 'Stop a job; what it has read stays',
    params: casePath.extend({ id: z.string().max(100) }),
    answer: z.object({ stopped: z.boolean() }),
    handle: async ({ services, params }) => ({ stopped: services.jobs.stop(params.id) }),
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/events`,
    tag: 'Reports',
    summary: 'What happens in the case from now on, as server-sent events',
    params: casePath,
    answer: null,
    mediaTypes: ['text/event-stream'],
    handle: async ({ open, services, context }) => {
      const { name } = await open();
      return streamSSE(context, async (stream) => {
        const queue: CaseEvent[] = services.jobs.of(name).filter((p) => !p.finished);
        let wake = (): void => {};
        const stop = services.hub.listen(name, (event) => {
          queue.push(event);
          wake();
        });
        stream.onAbort(() => {
          stop();
          wake();
        });
        await stream.write(': open\n\n');
        while (!stream.aborted && !stream.closed) {
          for (const event of queue.splice(0)) {
            await stream.writeSSE({ event: event.event, data: JSON.stringify(event) });
          }
          const heard = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(false), HEARTBEAT);
            wake = () => {
              clearTimeout(timer);
              resolve(true);
            };
            if (queue.length > 0 || stream.aborted) wake();
          });
          if (!heard) await stream.write(': still here\n\n');
        }
        stop();
      });
    },
  }),
];
