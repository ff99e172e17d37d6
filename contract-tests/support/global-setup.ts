import type { TestProject } from 'vitest/node'
import { startPrism } from '../../scripts/prism.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the server under test: the mock, or what CONTRACT_BASE_URL names. */
    baseUrl: string
  }
}

export default async function setup({ provide }: TestProject) {
  const given = process.env.CONTRACT_BASE_URL
  if (given !== undefined) return provide('baseUrl', given)
  const mock = await startPrism()
  provide('baseUrl', mock.url)
  return () => mock.close()
}
