import { defineConfig } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'

// One module and one declaration file: loading many small modules would cost more than running them.
const common = { external: [/^openapi-fetch/], platform: 'neutral' as const, logLevel: 'warn' as const }

// What a page without a build step imports: one file, dependency included.
const oneFile = {
  input: { browser: 'src/index.ts' },
  platform: 'browser' as const,
  logLevel: 'warn' as const,
  output: { dir: 'dist', minify: true, sourcemap: true },
}

export default defineConfig([
  oneFile,
  { ...common, input: { index: 'src/index.ts' }, output: { dir: 'dist', sourcemap: true } },
  {
    ...common,
    input: { index: 'src/index.ts' },
    plugins: [dts({ emitDtsOnly: true, tsconfig: 'tsconfig.build.json' })],
    output: { dir: 'dist' },
  },
])
