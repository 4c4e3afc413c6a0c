/** The release of Node that the program is tested on and promises to run on: `engines` in package.json. */
export const TESTED_NODE = 24;
/** The oldest release on which the built program runs at all. */
export const OLDEST_NODE = 20;

/** What to tell somebody whose Node is old, and whether to stop; `null` where there is nothing to tell. */
export function nodeTooOld(version: string): { readonly stop: boolean; readonly message: string } | null {
  const major = Number.parseInt(version, 10);
  if (major >= TESTED_NODE) return null;
  const remedy = `Get Node ${TESTED_NODE} from https://nodejs.org, or put it beside the program: npm install node@${TESTED_NODE}`;
  return major < OLDEST_NODE
    ? { stop: true, message: `Rapporteur does not run on Node ${version}. ${remedy}` }
    : {
        stop: false,
        message:
          `Rapporteur is made for Node ${TESTED_NODE}; on Node ${version} some letters of Windows-1252 files may be ` +
          `read wrongly. ${remedy}`,
      };
}
