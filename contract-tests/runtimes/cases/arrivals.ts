import { createTreatments } from '../../support/create-treatments.ts'
import { equal, ok } from './assert.ts'
import { accountId, type Case, token, type World } from './world.ts'

// More than a socket takes at once, so that a server can stop in the middle of it.
const body = { id: 'docs', name: 'Docs', hostname: 'docs.example.com', description: 'long '.repeat(200_000) }

/** How often a create arrives at a server that ends the connection. docs/errors-and-retries.md says the same number. */
export const arrivalCases: Case[] = [
  {
    name: 'a create arrives as often as the docs say, however its connection ends',
    run: async (world) => {
      const counts: Record<string, number> = {}
      for (const [index, treatment] of createTreatments.entries()) {
        for (const connection of ['new', 'kept']) {
          counts[`${treatment}, ${connection}`] = await countArrivals(world, `${index}/${connection}`)
        }
      }
      const most = Math.max(...Object.values(counts))
      equal(most, world.runtime.maxArrivals, `the arrivals of one create (${JSON.stringify(counts)})`)
    },
  },
]

async function countArrivals({ lib, arrivalsUrl }: World, treatment: string): Promise<number> {
  const key = Math.random().toString(36).slice(2)
  const baseUrl = `${arrivalsUrl}/${treatment}/${key}`
  const { portals } = lib.createClient({ accountId, apiToken: token, baseUrl })
  if (treatment.endsWith('kept')) await portals.read('docs')
  const error = await portals.create(body).catch((thrown) => thrown)
  const count = Number(await (await fetch(`${arrivalsUrl}/seen/new/${key}`)).text())
  if (error instanceof lib.McpPortalsError) {
    equal(error.attempts, 1, `the attempts of ${treatment}`)
    // A 421 is a refusal: the server says that it did nothing.
    if (!(error instanceof lib.ApiError) && count > 0) equal(error.outcome, 'unknown', `the outcome of ${treatment}`)
  } else {
    ok(!(error instanceof Error), String(error))
    ok(count > 0, `${treatment}: a create that succeeded should have arrived`)
  }
  return count
}
