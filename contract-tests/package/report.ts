let passed = 0
let failed = 0

/** Carries out one check and prints how it went; what `prove` throws is why it failed. */
export async function check(sentence: string, prove: () => void | Promise<void>): Promise<void> {
  try {
    await prove()
    passed++
    console.log(`  ✓ ${sentence}`)
  } catch (error) {
    failed++
    const reason = error instanceof Error ? error.message : String(error)
    console.log(`  ✗ ${sentence}\n${shortened(reason).replace(/^/gm, '      ')}`)
  }
}

function shortened(text: string): string {
  const lines = text.trim().split('\n')
  return [...lines.slice(0, 60), ...(lines.length > 60 ? [`… ${lines.length - 60} more lines`] : [])].join('\n')
}

/** Prints a heading, and how long what it heads has taken. */
export async function part(title: string, checks: () => Promise<void>): Promise<void> {
  console.log(`\n${title}`)
  const start = performance.now()
  await checks()
  console.log(`  (${Math.round((performance.now() - start) / 1000)} s)`)
}

/** Prints the line that CI reads, and says so in the exit code. */
export function close(): void {
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
