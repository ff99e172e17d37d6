import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'

const entry = join(import.meta.dirname, '../../../src/client/index.ts')

/** What a bundler makes of a program that imports one function of the package. */
async function bundle(name: string): Promise<string> {
  const program = 'program'
  const plugin = {
    name: program,
    resolveId: (id: string) => (id === program ? id : undefined),
    load: (id: string) =>
      id === program ? `import { ${name} } from ${JSON.stringify(entry)}; console.log(${name})` : undefined,
  }
  const build = await rolldown({ input: program, plugins: [plugin], platform: 'browser', logLevel: 'silent' })
  const { output } = await build.generate()
  await build.close()
  return output[0].code
}

/** Found in the default export of openapi-fetch alone, and in what only the HTTP client needs. */
const marks = [
  'onRequest: must return',
  'redirect: a redirect always rejects',
  'effective-redirect-uri',
  'new Request(',
]

test('who imports createHttpClient bundles openapi-fetch', async () => {
  const code = await bundle('createHttpClient')
  for (const mark of marks) expect(code).toContain(mark)
})

test.each(['createClient', 'syncUntilReady', 'ApiError'])('who imports only %s does not', async (name) => {
  const code = await bundle(name)
  expect(code).toContain(name)
  for (const mark of marks) expect(code).not.toContain(mark)
})
