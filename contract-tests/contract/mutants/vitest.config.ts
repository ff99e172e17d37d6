import { defineConfig } from 'vitest/config'
import project from '../../../vitest.config.ts'

export default defineConfig({
  ...project,
  test: {
    ...project.test,
    include: ['contract-tests/contract/mutants/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    typecheck: { enabled: false },
  },
})
