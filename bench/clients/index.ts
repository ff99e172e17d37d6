import type { Connection, NewPortal } from './work.ts'

export const names = [
  'bare-fetch',
  'openapi-fetch',
  'ofetch',
  'ky',
  'cloudflare',
  'cloudflare-tree-shaken',
  'this-client',
] as const

export type Name = (typeof names)[number]
export type Figures = Record<Name, number>

export interface Client {
  connect(connection: Connection): unknown
  read(connected: unknown, id: string): Promise<unknown>
  list(connected: unknown): AsyncIterable<unknown>
  create(connected: unknown, portal: NewPortal): Promise<unknown>
}

export async function load(name: string): Promise<Client> {
  return import(`./${name}.ts`)
}

export async function figuresOf(measure: (name: Name) => number | Promise<number>): Promise<Figures> {
  const figures: Partial<Figures> = {}
  for (const name of names) figures[name] = await measure(name)
  return figures as Figures
}
