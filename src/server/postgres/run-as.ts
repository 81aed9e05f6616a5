/**
 * Who runs PostgreSQL, which refuses to run as root:
 *
 * server runs as | account may reach binaries and data | how
 * -------------- | ----------------------------------- | ---
 * a user         | –                                   | self
 * root           | yes                                 | switch: spawn with that uid and gid
 * root           | no (project below /root, mode 700)  | capability: the same by setpriv, with the one right to pass folders it may not read
 */
export type PostgresAccount =
  | { readonly how: 'self' }
  | { readonly how: 'switch'; readonly uid: number; readonly gid: number }
  | { readonly how: 'capability'; readonly uid: number; readonly gid: number; readonly capability: Capability };

/** The first is enough and cannot write; container engines often grant root only the second. */
export const CAPABILITIES = ['dac_read_search', 'dac_override'] as const;
type Capability = (typeof CAPABILITIES)[number];
