import { resolve } from 'node:path'
import { defineConfig } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'

// One module and one declaration file an entry: loading many small modules would cost more than running them.
const common = {
  external: [/^openapi-fetch/],
  platform: 'neutral' as const,
  logLevel: 'warn' as const,
  // A busy machine is no defect of a plugin.
  checks: { pluginTimings: false },
}
const declarations = dts({ emitDtsOnly: true, tsconfig: 'tsconfig.build.json' })

const filesOf: Record<string, string[]> = {
  index: ['src/client/index.ts', 'src/client/client.ts', 'src/client/errors.ts'],
  contract: ['src/contract/index.ts'],
  'contract-validators': ['generated/validators.ts'],
}

/** What an entry shares with another is imported from it: an error must be of the class that users compare with. */
const otherEntries = {
  name: 'other-entries',
  resolveId: {
    order: 'pre' as const,
    handler(source: string, importer: string | undefined) {
      const file = importer && source.startsWith('.') ? resolve(importer, '..', source) : ''
      const entry = Object.keys(filesOf).find((name) => filesOf[name]?.some((path) => file === resolve(path)))
      return entry ? { id: `./${entry}.js`, external: true as const } : undefined
    },
  },
}

// What a page without a build step imports: one file, dependency included.
const oneFile = {
  input: { browser: 'src/client/index.ts' },
  platform: 'browser' as const,
  logLevel: 'warn' as const,
  // Without a source map: it would be a tenth of all that is installed.
  output: { dir: 'dist', minify: true },
}

export default defineConfig([
  oneFile,
  { ...common, input: { index: 'src/client/index.ts' }, output: { dir: 'dist', sourcemap: true } },
  { ...common, input: { index: 'src/client/index.ts' }, plugins: [declarations], output: { dir: 'dist' } },
  {
    ...common,
    input: { contract: 'src/contract/index.ts' },
    plugins: [otherEntries],
    output: { dir: 'dist', sourcemap: true },
  },
  // Apart, because only code that nobody reads is minified: a stack trace quotes the line that threw.
  {
    ...common,
    input: { 'contract-validators': 'generated/validators.ts' },
    output: { dir: 'dist', minify: true },
  },
  {
    ...common,
    input: { contract: 'src/contract/index.ts' },
    plugins: [otherEntries, declarations],
    output: { dir: 'dist' },
  },
  {
    ...common,
    input: { mock: 'src/mock/index.ts' },
    plugins: [otherEntries],
    output: { dir: 'dist' },
  },
  {
    ...common,
    input: { mock: 'src/mock/index.ts' },
    plugins: [otherEntries, declarations],
    output: { dir: 'dist' },
  },
  {
    ...common,
    input: { cli: 'src/cli/index.ts' },
    platform: 'node' as const,
    plugins: [otherEntries],
    output: { dir: 'dist' },
  },
])
