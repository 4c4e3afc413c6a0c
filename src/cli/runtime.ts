/** The oldest release of Node that the program runs on, as package.json says under `engines`. */
export const OLDEST_NODE = 24;

/** What to tell somebody whose Node is too old to run the program; `null` where it is not. */
export const tooOld = (version: string): string | null =>
  Number.parseInt(version, 10) >= OLDEST_NODE
    ? null
    : `Rapporteur needs Node ${OLDEST_NODE} or later, and this is Node ${version}. ` +
      `Get it from https://nodejs.org, or put it beside the program: npm install node@${OLDEST_NODE}`;
