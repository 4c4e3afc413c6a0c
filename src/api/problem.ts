/** Errors over HTTP: RFC 9457, "Problem Details for HTTP APIs". */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';

export const problemSchema = z
  .object({
    /** A stable name of the kind of problem, relative to the API. */
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    /** What is the matter here, and what to do. */
    detail: z.string(),
    /** Where in the request, when it is about a field of it. */
    errors: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

export type Problem = z.infer<typeof problemSchema>;

/** A problem that a route throws; the app answers with it. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(status: number, kind: string, title: string, detail: string, errors?: Problem['errors']) {
    super(detail);
    this.name = 'ApiProblem';
    this.problem = { type: `/problems/${kind}`, title, status, detail, ...(errors ? { errors } : {}) };
  }
}

export const notFound = (what: string): ApiProblem =>
  new ApiProblem(404, 'not-found', 'Not found', `There is no ${what}. It may have been merged or rejected since.`);

/** The answer to a request with a problem. Nothing of it may be kept by caches. */
export function answerProblem(c: Context, problem: Problem): Response {
  return c.body(JSON.stringify(problem), problem.status as 400, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
}

/** The issues of a failed validation, as `errors` of a problem. */
export function invalid(error: { readonly issues: readonly { path: PropertyKey[]; message: string }[] }): ApiProblem {
  const errors = error.issues
    .slice(0, 20)
    .map((issue) => ({ at: issue.path.map(String).join('.') || '(whole)', message: issue.message }));
  const first = errors[0];
  return new ApiProblem(
    400,
    'invalid',
    'The request is not valid',
    first ? `${first.at}: ${first.message}.` : 'Something in it is not as the API describes.',
    errors,
  );
}
