import { defineConfig, mergeConfig } from 'vitest/config'
import project from '../../vitest.config.ts'

// The tests that are about the client: what it does at fault, and what goes over the wire.
export default mergeConfig(project, defineConfig({ test: { typecheck: { enabled: false } } }))
