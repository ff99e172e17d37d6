import { defineConfig } from 'vitest/config'
import project from '../../vitest.config.ts'

// The tests that are about what is mutated: the run would take hours with all of them.
const tests = (process.env.MUTATION_TESTS ?? 'faults').split(',')
const include = tests.map((path) => `contract-tests/${path.endsWith('*') ? `${path}.test.ts` : `${path}/**/*.test.ts`}`)

export default defineConfig({
  ...project,
  test: { ...project.test, include, reporters: ['default'], typecheck: { enabled: false } },
})
