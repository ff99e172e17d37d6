import { arrivalCases } from './arrivals.ts'
import { errorCases } from './errors.ts'
import { listCases } from './lists.ts'
import { mockCases } from './mock.ts'
import { operationCases } from './operations.ts'
import { retryCases } from './retries.ts'
import { sendingCases } from './sending.ts'
import { type Case, stageOf, type World } from './world.ts'

export const cases: Case[] = [
  ...operationCases,
  ...errorCases,
  ...listCases,
  ...sendingCases,
  ...retryCases,
  ...arrivalCases,
  ...mockCases,
]

/** How a case ended; without a failure it passed. */
export interface Outcome {
  name: string
  failure?: string
}

const maxDuration = 15_000

/** Runs every case, one after the other; a case that does not end has failed. */
export async function runCases(world: World): Promise<Outcome[]> {
  const stage = stageOf(world)
  const outcomes: Outcome[] = []
  for (const { name, run } of cases) {
    outcomes.push(
      await ended(run(stage)).then(
        () => ({ name }),
        (error) => ({ name, failure: String(error?.stack ?? error) }),
      ),
    )
  }
  return outcomes
}

async function ended(running: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<void>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${maxDuration} ms`)), maxDuration)
  })
  await Promise.race([running, limit]).finally(() => clearTimeout(timer))
}
