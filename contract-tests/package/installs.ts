import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { cpSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPrism } from '../../scripts/prism.ts'
import { environmentOf } from '../support/account.ts'
import { type Finished, mustRun, type Where } from './command.ts'
import { here, type Packed } from './pack.ts'
import { check } from './report.ts'

/** A package manager: how it is called, and its arguments to add a tarball and to run what was installed. */
interface Manager {
  name: string
  /** What comes before the arguments: `npm` itself, or Node and the manager's program. */
  command: string[]
  add(tarball: string): string[]
  node: string[]
  exec: string[]
  /** A file that a project of this manager begins with. */
  settings?: Record<string, string>
  /** Arguments that show what the manager complains about in an empty project, which is not about this package. */
  control?: string[]
}

const program = (path: string) => [process.execPath, join(here, 'node_modules', path)]
const yarnBerry = program('@yarnpkg/cli-dist/bin/yarn.js')
const byName = (tarball: string) => ['add', `cloudflare-mcp-portals@file:${tarball}`]

const managers: Manager[] = [
  {
    name: 'npm',
    command: ['npm'],
    add: (file) => ['install', file],
    node: ['exec', '--', 'node'],
    exec: ['exec', '--'],
  },
  {
    name: 'pnpm',
    command: program('pnpm/bin/pnpm.mjs'),
    add: (file) => ['add', file],
    node: ['exec', 'node'],
    exec: ['exec'],
  },
  {
    name: 'yarn 1',
    command: program('yarn-classic/bin/yarn.js'),
    add: byName,
    node: ['--silent', 'node'],
    exec: ['--silent'],
  },
  // It calls its own loader of ES modules experimental, in every project of ES modules.
  { name: 'yarn 4', command: yarnBerry, add: byName, node: ['node'], exec: ['run'], control: ['install'] },
  {
    name: 'yarn 4 with node_modules',
    command: yarnBerry,
    add: byName,
    node: ['node'],
    exec: ['run'],
    settings: { '.yarnrc.yml': 'nodeLinker: node-modules\n' },
  },
]

// Of yarn 4 every message whose number is not that of a mere report: its words do not tell a warning.
const complaint = /warn|deprecat|vulnerab|ignored|unmet|missing|unsupported|not supported|YN(?!0000|0013|0085)\d{4}/i

function complaintsOf({ stdout, stderr }: Finished): string[] {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => complaint.test(line))
  return lines.map((line) => line.replace(/ in \d.*$/, ''))
}

/** Installs the tarball into an empty project with each manager, and uses it there; gives npm's project. */
export async function checkInstalls(packed: Packed, folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const mock = await startPrism()
  const withAccount = {
    ...env,
    ...environmentOf(mock.url),
  }
  try {
    for (const manager of managers) {
      const cwd = join(folder, manager.name.replaceAll(' ', '-'))
      await checkManager(manager, packed, { cwd, env: withAccount })
    }
  } finally {
    await mock.close()
  }
  return join(folder, 'npm')
}

async function checkManager(manager: Manager, { tarball, manifest }: Packed, where: Where): Promise<void> {
  const { name, command, settings = {}, control } = manager
  const [first = '', ...rest] = command
  const call = (args: string[]) => mustRun(first, [...rest, ...args], where)
  emptyProject(where.cwd, settings)
  await check(`${name} installs it into an empty project and has nothing to complain about`, async () => {
    const usual = control ? complaintsOf(await call(control)) : []
    deepEqual(complaintsOf(await call(manager.add(tarball))), usual)
  })
  await check(`${name}: a program lists and creates, and says nothing else`, async () => {
    const { stdout, stderr } = await call([...manager.node, 'list-and-create.js'])
    match(stdout, /^created \S+\n(portal \S+\n)+$/)
    equal(stderr, '')
  })
  await check(`${name}: a program reaches every entry`, async () => {
    const { stdout, stderr } = await call([...manager.node, 'entries.js'])
    const reached = Object.keys(manifest.exports).map((entry) => `${entry} true\n`)
    deepEqual([stdout, stderr], [reached.join(''), ''])
  })
  const bins = typeof manifest.bin === 'string' ? [manifest.name] : Object.keys(manifest.bin ?? {})
  for (const bin of bins) {
    await check(`${name}: ${bin} --help explains itself`, async () => {
      const { stdout, stderr } = await call([...manager.exec, bin, '--help'])
      ok(stdout.includes(bin), stdout)
      equal(stderr, '')
    })
  }
}

function emptyProject(folder: string, settings: Record<string, string>): void {
  mkdirSync(folder, { recursive: true })
  const manifest = { name: 'empty', version: '1.0.0', private: true, type: 'module' }
  for (const [file, text] of Object.entries({ 'package.json': JSON.stringify(manifest), ...settings })) {
    writeFileSync(join(folder, file), text)
  }
  for (const file of ['list-and-create.js', 'entries.js']) cpSync(join(here, 'programs', file), join(folder, file))
}

/** Looks at what npm has installed; gives its bytes. */
export async function checkInstalled(project: string, where: Where): Promise<number> {
  const modules = join(project, 'node_modules')
  const files = globSync('*/**', { cwd: modules }).map((file) => statSync(join(modules, file)))
  const bytes = files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0)
  await check('installed it is openapi-fetch, its types and itself, and nothing else', () => {
    const packages = globSync('*/package.json', { cwd: modules }).map((file) => file.slice(0, -'/package.json'.length))
    deepEqual(packages.sort(), ['cloudflare-mcp-portals', 'openapi-fetch', 'openapi-typescript-helpers'])
  })
  await check(`installed it takes less than 1.8 MB (${bytes} bytes)`, () => ok(bytes > 0 && bytes < 1_800_000))
  await check('a CommonJS program can require it', async () => {
    const code = "console.log(typeof require('cloudflare-mcp-portals').createClient)"
    const { stdout, stderr } = await mustRun(process.execPath, ['--input-type=commonjs', '-e', code], where)
    deepEqual([stdout, stderr], ['function\n', ''])
  })
  // Published as it reads, so that no source map has to be installed for it.
  await check('a stack trace points at a line that reads as the one that threw', async () => {
    const code = "import('cloudflare-mcp-portals').then((m) => m.createClient()).catch((e) => console.log(e.stack))"
    const { stdout } = await mustRun(process.execPath, ['-e', code], where)
    const [, file = '', line] = /(\/\S+\/dist\/index\.js):(\d+)/.exec(stdout) ?? []
    match(readFileSync(file, 'utf8').split('\n')[Number(line) - 1] ?? '', /throw new TypeError\(.*CLOUDFLARE_API_TOKEN/)
  })
  return bytes
}
