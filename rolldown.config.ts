import { resolve } from 'node:path'
import { defineConfig, type OutputOptions, type PluginContext, type RolldownOptions } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'
import { stageForTypes } from './scripts/stage-latest.ts'
import { withLicenses } from './scripts/third-party.ts'

// One module and one declaration file an entry: loading many small modules would cost more than running them.
const common = {
  external: [/^openapi-fetch/],
  platform: 'neutral' as const,
  logLevel: 'warn' as const,
  // A busy machine is no defect of a plugin.
  checks: { pluginTimings: false },
}
const latest = stageForTypes()

const filesOf: Record<string, string[]> = {
  index: ['src/client/index.ts', 'src/client/client.ts', 'src/client/errors.ts', 'src/client/http/fetch.ts'],
  contract: ['src/contract/index.ts'],
  mock: ['src/mock/index.ts'],
  plan: ['src/plan/index.ts'],
  'contract-validators': ['generated/validators.ts'],
}

/** What an entry shares with another is imported from it: an error must be of the class that users compare with. */
const otherEntries = (extension: string, files = filesOf) => ({
  name: 'other-entries',
  resolveId: {
    order: 'pre' as const,
    handler(source: string, importer: string | undefined) {
      const file = importer && source.startsWith('.') ? resolve(importer, '..', source) : ''
      const entry = Object.keys(files).find((name) => files[name]?.some((path) => file === resolve(path)))
      return entry ? { id: `./${entry}${extension}`, external: true as const } : undefined
    },
  },
})

// Editors show the comments of the declarations.
const comments = { jsdoc: false }

/** A file of JavaScript. */
function code(name: string, file: string, options: OutputOptions = {}): RolldownOptions {
  const input = { [name]: file }
  return {
    ...common,
    input,
    plugins: [ofOthers(name, '.js'), withLicenses()],
    output: { dir: 'dist', comments, ...options },
  }
}

/**
 * The same for `require` where that takes no ES module: Jest, Node before 20.19. Minified, because nobody reads it, and
 * with the dependency in it, whose default export is another one for each loader of CommonJS.
 */
function commonJs(name: string, file: string): RolldownOptions {
  const output = { dir: 'dist', format: 'cjs' as const, entryFileNames: '[name].cjs', minify: true }
  return { ...common, external: [], input: { [name]: file }, plugins: [ofOthers(name, '.cjs'), withLicenses()], output }
}

function types(name: string, file: string, tsconfig = 'tsconfig.build.json'): RolldownOptions {
  const declarations = dts({ emitDtsOnly: true, tsconfig })
  const others =
    name === 'mock' || name === 'plan'
      ? otherEntries('.js', { ...filesOf, latest: ['generated/latest/schema.ts'] })
      : ofOthers(name, '.js')
  const plugins = [others, declarations, commonJsTypes(name)]
  return { ...common, input: { [name]: file }, plugins, output: { dir: 'dist' } }
}

/** The declarations again for CommonJS. TypeScript's node16 knows no `require` of an ES module, but takes its types. */
const commonJsTypes = (name: string) => ({
  name: 'common-js-types',
  generateBundle(this: PluginContext) {
    const source = `// @ts-ignore: an ES module, whose types are the same\nexport * from './${name}.js'\n`
    this.emitFile({ type: 'asset', fileName: `${name}.d.cts`, source })
  },
})

/** The main entry is made of everything that the others take from it. */
const ofOthers = (name: string, extension: string) => (name === 'index' ? undefined : otherEntries(extension))

// What a page without a build step imports: one file, dependency included.
const oneFile = {
  plugins: [withLicenses()],
  input: { browser: 'src/client/index.ts' },
  platform: 'browser' as const,
  logLevel: 'warn' as const,
  output: { dir: 'dist', minify: true },
}

const modules: Record<string, string> = {
  index: 'src/client/index.ts',
  contract: 'src/contract/index.ts',
  mock: 'src/mock/index.ts',
  plan: 'src/plan/index.ts',
}
const validators = ['contract-validators', 'generated/validators.ts'] as const

export default defineConfig([
  oneFile,
  code('index', 'src/client/index.ts'),
  code('contract', 'src/contract/index.ts'),
  code('mock', 'src/mock/index.ts'),
  code('plan', 'src/plan/index.ts'),
  // Apart, because only code that nobody reads is minified: a stack trace quotes the line that threw.
  { ...code(...validators, { minify: true }), plugins: [] },
  { ...commonJs(...validators), plugins: [] },
  ...Object.entries(modules).flatMap(([name, file]) => [commonJs(name, file), types(name, file)]),
  // Its JavaScript is that of the main entry.
  types('latest', latest.entry, latest.tsconfig),
  { ...code('cli', 'src/cli/index.ts', { minify: true }), platform: 'node' as const },
])
