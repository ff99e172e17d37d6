import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { maxArrivals } from '../max-arrivals.ts'
import { type Bench, copyExample } from '../stage/bench.ts'
import { run } from '../stage/child.ts'
import { checkExample, printed, privateProgram, type Runtime, versionOf } from './runtime.ts'

const deno = { program: privateProgram('.bin/deno'), version: (program: string) => versionOf(program) }

export const denos: Runtime[] = [
  { ...deno, name: 'Deno', how: 'npm: specifier', run: runWithSpecifier },
  { ...deno, name: 'Deno, no --allow-env', how: 'import map', run: runWithImportMap },
]

async function runWithSpecifier(program: string, bench: Bench) {
  const cwd = await bench.folder(
    'deno-specifier',
    { hasEnvironment: true, hidesRedirects: false, maxArrivals: maxArrivals.Deno },
    ['main.js'],
  )
  const main = join(cwd, 'main.js')
  const specifier = `'npm:cloudflare-mcp-portals@${bench.version}`
  await writeFile(main, (await readFile(main, 'utf8')).replaceAll("'cloudflare-mcp-portals", specifier))
  return { cases: printed(await inDeno(program, bench, cwd, [...permissions(bench), 'main.js'])), checks: [] }
}

async function runWithImportMap(program: string, bench: Bench) {
  const cwd = await bench.folder(
    'deno-import-map',
    { hasEnvironment: false, hidesRedirects: false, maxArrivals: maxArrivals.Deno },
    ['main.js'],
  )
  await copyExample('deno/deno.json', cwd)
  await copyExample('deno/visible-tools.ts', cwd)
  const [net = ''] = permissions(bench)
  return {
    cases: printed(await inDeno(program, bench, cwd, [net, 'main.js'])),
    checks: [
      await checkExample(
        'deno, types checked',
        () => inDeno(program, bench, cwd, ['--check', ...permissions(bench), 'visible-tools.ts']),
        'Engineering',
        'Docs: find-docs, purge_index',
      ),
    ],
  }
}

function inDeno(program: string, bench: Bench, cwd: string, args: string[]): Promise<string> {
  const env = { ...bench.environment, NPM_CONFIG_REGISTRY: bench.registry, DENO_DIR: join(cwd, 'cache') }
  return run(program, ['run', '--no-prompt', '--quiet', ...args], { cwd, env: { ...env, DENO_NO_UPDATE_CHECK: '1' } })
}

function permissions({ mock, faults, arrivals, environment }: Bench): string[] {
  const hosts = [mock, faults, arrivals].map((url) => new URL(url).host)
  return [`--allow-net=${hosts}`, `--allow-env=${Object.keys(environment)}`]
}
