import { expect } from 'vitest'
import type { Edition } from '../../../src/contract/index.ts'
import type { LatestOperationId } from '../../support/description.ts'
import { exchange, type Given } from '../exchange.ts'

/** How many mutants of each kind were detected. */
export class Tally {
  /** What the exchanges are held to. */
  readonly edition: Edition
  readonly counts: Record<string, number> = {}

  constructor(edition: Edition = 'reference') {
    this.edition = edition
  }

  /**
   * Expects that a mutant is reported once, as a violation or as undocumented, and that the place named is the one that
   * is wrong.
   */
  async detect(
    kind: string,
    id: LatestOperationId,
    given: Given,
    as: 'violation' | 'undocumented',
    where: object,
  ): Promise<void> {
    const { violations, undocumented } = await exchange(id, given, { edition: this.edition })
    const what = `${kind}: ${JSON.stringify({ id, ...given, where }).slice(0, 300)}`
    const found = { violations: violations.length, undocumented: undocumented.length }
    expect(found, what).toEqual(
      as === 'violation' ? { violations: 1, undocumented: 0 } : { violations: 0, undocumented: 1 },
    )
    expect([...violations, ...undocumented][0], what).toMatchObject(where)
    this.count(kind)
  }

  count(kind: string): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1
  }

  /** Expects mutants of these kinds and no others, and prints how many there were. */
  expectKinds(...kinds: string[]): void {
    const all = Object.values(this.counts).reduce((sum, count) => sum + count, 0)
    console.log(`${all} mutants of the ${this.edition} edition, each detected once and in its place`)
    console.table(this.counts)
    expect(Object.keys(this.counts).sort()).toEqual(kinds.sort())
  }
}
