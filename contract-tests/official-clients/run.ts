/**
 * Runs Cloudflare's own clients for TypeScript, Python and Go on the mock, and on Prism with the latest edition (`npm run
 * test:official-clients [name…]`). Those for Python and Go start the mock as docs/mock.md tells their users to. Where the tools of a language are missing it says so and
 * goes on; with CI=true that is a failure.
 */
import { chmod, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPrism } from '../../scripts/prism.ts'
import { createMock } from '../../src/mock/index.ts'
import { serve } from '../../src/mock/serve.ts'
import { blocksOf, root } from '../docs/blocks.ts'
import { environment } from '../languages/runner/environment.ts'
import { shell } from '../languages/runner/shell.ts'

interface Client {
  name: string
  /** What has to be there, in words, and a command that fails where it is not. */
  needs: [string, string]
  /** A file whose content is the block of that language in docs/mock.md. */
  fromGuide?: [file: string, language: string]
  commands: string
}

const clients: Client[] = [
  {
    name: 'typescript',
    needs: ['npm', 'npm --version'],
    commands: `npm ci --silent && '${root}/node_modules/.bin/tsc' --project . && node --test program.ts prism.ts`,
  },
  {
    name: 'python',
    needs: ['Python 3.11 or later, with venv', 'python3 -c "import venv, ensurepip"'],
    fromGuide: ['conftest.py', 'python'],
    commands:
      'python3 -m venv .venv && .venv/bin/pip install --quiet --require-hashes --requirement requirements.txt && .venv/bin/pytest',
  },
  {
    name: 'go',
    needs: ['Go 1.26 or later', 'go version | grep --extended-regexp "go1\\.(2[6-9]|[3-9][0-9])"'],
    fromGuide: ['main_test.go', 'go'],
    commands: 'test -z "$(gofmt -l .)" && go vet . && go test .',
  },
]

interface Urls {
  mock: string
  prism: string
}

async function run({ name, needs: [notice, probe], fromGuide, commands }: Client, urls: Urls): Promise<boolean> {
  const env = { ...environment(urls.mock), CLOUDFLARE_PRISM_URL: urls.prism }
  if (!(await shell(probe, root, env)).isOk) {
    console.log(`- ${name} is not run: it needs ${notice}`)
    return process.env.CI !== 'true'
  }
  const folder = await mkdtemp(join(tmpdir(), `official-${name}-`))
  const start = Date.now()
  try {
    const isSource = (source: string) => !/node_modules|\.venv/.test(source.slice(root.length))
    await cp(join(import.meta.dirname, name), folder, { recursive: true, filter: isSource })
    if (fromGuide)
      await writeFile(join(folder, fromGuide[0]), blocksOf('docs/mock.md', '', fromGuide[1])[0]?.code ?? '')
    if (fromGuide) await installThisPackage(folder)
    const { isOk, output } = await shell(commands, folder, env)
    console.log(`${isOk ? '✓' : '✗'} ${name} (${Math.round((Date.now() - start) / 1000)} s)`)
    if (!isOk) console.log(output.trimEnd().split('\n').slice(-80).join('\n'))
    return isOk
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** As npm would, so that `npx cloudflare-mcp-portals` finds what was built here. */
async function installThisPackage(folder: string): Promise<void> {
  const bin = join(folder, 'node_modules/.bin')
  await mkdir(bin, { recursive: true })
  await symlink(root, join(folder, 'node_modules/cloudflare-mcp-portals'))
  const command = join(bin, 'cloudflare-mcp-portals')
  await writeFile(command, `#!/bin/sh\nexec node '${root}/dist/cli.js' "$@"\n`)
  await chmod(command, 0o755)
}

const names = process.argv.slice(2)
const chosen = clients.filter(({ name }) => names.length === 0 || names.includes(name))
const mock = await serve(createMock().fetch)
const prism = await startPrism({ document: join(root, 'generated/latest/openapi.yaml') })
let failed = 0
for (const client of chosen) {
  if (!(await run(client, { mock: `${mock.url}/client/v4`, prism: prism.url }))) failed += 1
}
await Promise.all([mock.close(), prism.close()])
console.log(`${chosen.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
