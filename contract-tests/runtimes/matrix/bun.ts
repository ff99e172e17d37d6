import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { maxArrivals } from '../max-arrivals.ts'
import { type Bench, copyExample } from '../stage/bench.ts'
import { run } from '../stage/child.ts'
import { checkExample, printed, privateProgram, type Runtime, versionOf } from './runtime.ts'

export const bun: Runtime = {
  name: 'Bun',
  how: 'bun add',
  program: privateProgram('.bin/bun'),
  version: versionOf,
  run: runInBun,
}

async function runInBun(program: string, bench: Bench) {
  const cwd = await bench.folder('bun', { hasEnvironment: true, hidesRedirects: false, maxArrivals: maxArrivals.Bun }, [
    'main.js',
  ])
  await writeFile(join(cwd, 'package.json'), '{ "private": true, "type": "module" }')
  const cache = join(cwd, 'cache')
  await run(program, ['add', 'cloudflare-mcp-portals', `--registry=${bench.registry}`, `--cache-dir=${cache}`], { cwd })
  const inBun = (file: string) => run(program, [file], { cwd, env: bench.environment })
  return {
    cases: printed(await inBun('main.js')),
    checks: [
      await checkExample(
        'bun',
        async () => {
          for (const file of ['register-servers.ts', 'servers.json']) await copyExample(`bun/${file}`, cwd)
          return inBun('register-servers.ts')
        },
        'docs: already registered',
        'weather: registered, ready',
      ),
    ],
  }
}
