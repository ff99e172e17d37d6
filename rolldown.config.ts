import { defineConfig } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'

// One module and one declaration file: loading many small modules would cost more than running them.
const common = { external: [/^openapi-fetch/], platform: 'neutral' as const, logLevel: 'warn' as const }

export default defineConfig([
  { ...common, input: { index: 'src/index.ts' }, output: { dir: 'dist', sourcemap: true } },
  {
    ...common,
    input: { index: 'src/index.ts' },
    plugins: [dts({ emitDtsOnly: true, tsconfig: 'tsconfig.build.json' })],
    output: { dir: 'dist' },
  },
])
