/** Counts checks and goes on after one that fails, so that one run shows all that is wrong. */
export class Checked {
  passed = 0
  failed = 0

  async check(sentence: string, body: () => Promise<void>): Promise<void> {
    try {
      await body()
      this.passed++
      console.log(`ok   ${sentence}`)
    } catch (error) {
      this.failed++
      console.log(`FAIL ${sentence}\n     ${error instanceof Error ? error.message : error}`)
    }
  }
}
