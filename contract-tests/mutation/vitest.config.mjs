import project from '../../vitest.config.ts'

// The tests that are about what is mutated: the run would take hours with all of them.
const tests = (process.env.MUTATION_TESTS ?? 'faults').split(',')
const include = tests.map((path) => `contract-tests/${path.endsWith('*') ? `${path}.test.ts` : `${path}/**/*.test.ts`}`)

// Not in TypeScript: this package has a vitest of its own beneath it, whose types are not those of the project's.
export default {
  ...project,
  test: { ...project.test, include, reporters: ['default'], typecheck: { enabled: false } },
}
