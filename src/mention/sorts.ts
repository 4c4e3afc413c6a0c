/** Sorts of word that tell what somebody or something is; a word may be of several. */
export const SORT = {
  office: 1,
  alone: 2,
  private: 4,
  institution: 8,
  movement: 16,
  privateBody: 32,
  document: 64,
  generic: 128,
  portfolio: 256,
  title: 512,
  former: 1024,
  opposition: 2048,
  side: 4096,
  standIn: 8192,
  home: 16384,
} as const;
