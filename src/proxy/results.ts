import type { Finding } from '../contract/check.ts'
import { toSentence } from '../contract/finding.ts'
import { toKey } from '../contract/report.ts'

/** What the exchanges of one operation came to. */
export interface OperationResult {
  /** The operationId; `unknown operation` for paths of this API that the spec does not have. */
  operation: string
  exchanges: number
  /** Each difference once, with how many exchanges show it. */
  findings: Found[]
}

export interface Found {
  finding: Finding
  /** The finding as a sentence. */
  message: string
  count: number
}

/** What has passed so far. */
export class Results {
  readonly #operations = new Map<string, { exchanges: number; found: Map<string, Found> }>()
  /** Exchanges with paths that are not of this API: they pass unchecked. */
  others = 0

  /** Counts an exchange and what was found in it; returns what no exchange before has shown. */
  add(operation: string, findings: readonly Finding[]): Found[] {
    const result = this.#operations.get(operation) ?? { exchanges: 0, found: new Map<string, Found>() }
    this.#operations.set(operation, result)
    result.exchanges++
    const added: Found[] = []
    const counted = new Set<string>()
    for (const finding of findings) {
      const key = toKey(finding)
      const known = result.found.get(key)
      const found = known ?? { finding, message: toSentence(finding), count: 0 }
      if (!counted.has(key)) found.count++
      counted.add(key)
      if (known) continue
      result.found.set(key, found)
      added.push(found)
    }
    return added
  }

  /** The operations that were called, by name. */
  list(): OperationResult[] {
    return [...this.#operations]
      .map(([operation, { exchanges, found }]) => ({ operation, exchanges, findings: [...found.values()] }))
      .sort((a, b) => (a.operation < b.operation ? -1 : 1))
  }
}
