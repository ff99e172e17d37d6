import type { AccountState, Server, StoredPortal } from './types.ts'

/** What an account holds. Both maps keep the order of creation. */
export interface Account {
  servers: Map<string, Server>
  portals: Map<string, StoredPortal>
}

export function toAccount({ servers, portals }: AccountState): Account {
  return {
    servers: new Map(servers.map((server) => [server.id, server])),
    portals: new Map(portals.map((portal) => [portal.id, portal])),
  }
}

export function toState({ servers, portals }: Account): AccountState {
  return { servers: [...servers.values()], portals: [...portals.values()] }
}

/** The fields of a request that may be null. */
export type Changes<T> = { [Key in keyof T]?: T[Key] | null | undefined }

/** PUT merges: an absent field stays, null clears it and brings its default back, a list replaces the list. */
export function merge<T extends object>(current: T, changes: Changes<T>, defaults: Partial<T>): T {
  const merged = { ...current }
  for (const name in changes) {
    const value = changes[name] ?? defaults[name]
    // The validators let null through for optional fields alone, so that no required one is deleted.
    if (value === undefined || value === null) delete merged[name]
    else merged[name] = value
  }
  return merged
}
