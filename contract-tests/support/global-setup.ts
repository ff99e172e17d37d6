import type { TestProject } from 'vitest/node'
import { startPrism } from '../../scripts/prism.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of Prism, which all files of a run share. */
    baseUrl: string
  }
}

export default async function setup({ provide }: TestProject) {
  const prism = await startPrism()
  provide('baseUrl', prism.url)
  return () => prism.close()
}
