/** What a site's robots.txt says (RFC 9309), by a library whose own types name no callable module. */
import parser from 'robots-parser';

export interface Robots {
  /** `undefined`: another site's address. */
  isAllowed(url: string, agent: string): boolean | undefined;
  /** Seconds. */
  getCrawlDelay(agent: string): number | undefined;
}

export const robotsOf = parser as unknown as (url: string, text: string) => Robots;
