/** Where a server is to listen: an address, and what its command begins with, as `ip netns exec NAME`. */
export interface Place {
  readonly address: string;
  readonly inside: readonly string[];
}

export const HERE: Place = { address: '127.0.0.1', inside: [] };
