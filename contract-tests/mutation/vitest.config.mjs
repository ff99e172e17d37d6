import project from '../../vitest.config.ts'

// The tests that are about what is mutated: the run would take hours with all of them.
const include = (process.env.MUTATION_TESTS ?? 'client/**/*.test.ts').split(',').map((path) => `contract-tests/${path}`)

// Not in TypeScript: this package has a vitest of its own beneath it, whose types are not those of the project's.
export default {
  ...project,
  test: { ...project.test, include, reporters: ['default'], typecheck: { enabled: false } },
}
