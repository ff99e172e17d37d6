/**
 * Has linters that people know read what is published of the description (`npm run test:tools [name…]`): nothing is to be
 * found in it, and something in the same with one thing broken. Then compares descriptions by the command of
 * docs/other-languages.md, and generates what its table warns of. Where the tools of a language are missing it says so and goes on; with CI=true that is a failure.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startPrism } from '../../../scripts/prism.ts'
import { root } from '../../docs/blocks.ts'
import { environment } from '../../languages/runner/environment.ts'
import { commandsUnder } from '../../languages/runner/guide.ts'
import { shell } from '../../languages/runner/shell.ts'
import { tryTraps } from './generators.ts'
import { generators, go, installNpm, installPython, java, type Linter, linters } from './linters.ts'

const names = ['openapi.json', 'openapi.yaml', 'openapi-3.0.json']
const published = [...names, ...names.map((name) => `latest/${name}`)]
const tools = process.argv.slice(2)
const counts = { passed: 0, failed: 0 }

function count(isOk: boolean, what: string, output: string): void {
  counts[isOk ? 'passed' : 'failed'] += 1
  console.log(`${isOk ? '✓' : '✗'} ${what}`)
  if (!isOk) console.log(output.trimEnd().split('\n').slice(-40).join('\n'))
}

async function isThere(name: string, [notice, probe]: Linter['needs']): Promise<boolean> {
  if ((await shell(probe, root, environment(''))).isOk) return true
  if (process.env.CI === 'true') count(false, name, `needs ${notice}`)
  else console.log(`- ${name} is not run: it needs ${notice}`)
  return false
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tools-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A copy of this folder with what a command installs in it. */
async function inPrepared(name: string, prepare: string, work: (folder: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const isSource = (path: string) => !/node_modules|\.venv/.test(path.slice(root.length))
    await cp(import.meta.dirname, folder, { recursive: true, filter: isSource })
    const { isOk, output } = await shell(prepare, folder, environment(''))
    if (isOk) await work(folder)
    else count(false, `${name} is installed`, output)
  })
}

async function lint({ name, needs, prepare, command }: Linter): Promise<void> {
  if (!(await isThere(name, needs))) return
  await inPrepared(name, prepare, async (folder) => {
    for (const file of published) {
      const { isOk, output } = await shell(command(join(root, 'generated', file)), folder, environment(''))
      count(isOk, `${name} finds nothing in ${file}`, output)
      const broken = await writeBroken(folder, file)
      const found = await shell(command(broken), folder, environment(''))
      count(!found.isOk, `${name} finds that ${file} is broken`, found.output)
    }
  })
}

/** A response has to have a description, in every version of OpenAPI. */
async function writeBroken(folder: string, file: string): Promise<string> {
  const text = await readFile(join(root, 'generated', file), 'utf8')
  const broken = text.replace(/("?BadRequest"?:[\s{"]*)description/, '$1depiction')
  if (broken === text) throw new Error(`${file} has no response BadRequest that begins with its description`)
  const target = join(folder, 'broken', file)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, broken)
  return target
}

/** What becomes of the description, and whether that can break a client that is generated from it. */
const upgrades: [what: string, isBreaking: boolean, upgrade: (text: string) => string][] = [
  ['nothing is changed', false, (text) => text],
  [
    'a field is new in responses',
    false,
    (text) => text.replaceAll('"last_synced":{', '"new_field":{"type":"string"},$&'),
  ],
  ['a field has another name', true, (text) => text.replaceAll('"last_synced":{', '"synced_last":{')],
  ['an enum has a new value', true, (text) => text.replace('"enum":["oauth",', '"enum":["passkey","oauth",')],
]

async function compare(): Promise<void> {
  const commands = commandsUnder('See what an upgrade changes')
  const text = await readFile(join(root, 'generated/openapi.json'), 'utf8')
  for (const [what, isBreaking, upgrade] of upgrades) {
    await inFolder(async (folder) => {
      if (what !== 'nothing is changed' && upgrade(text) === text) throw new Error(`${what}: not in openapi.json`)
      await mkdir(join(folder, 'new'))
      await writeFile(join(folder, 'openapi.json'), text)
      await writeFile(join(folder, 'new/openapi.json'), upgrade(text))
      const { isOk, output } = await shell(commands, folder, environment(''))
      // Where it reports a change it says so; a command that fails for another reason does not.
      const isReported = !isOk && /^\d+ changes:/m.test(output)
      count(isBreaking ? isReported : isOk, `oasdiff ${isBreaking ? 'reports' : 'lets pass'} that ${what}`, output)
    })
  }
}

/** Requests that Specmatic makes of the named examples of the latest edition: all that succeed. */
async function sendExamples(): Promise<void> {
  const prism = await startPrism({ document: join(root, 'generated/latest/openapi.yaml') })
  try {
    await inFolder(async (folder) => {
      await cp(join(root, 'generated/latest/openapi.json'), join(folder, 'openapi.json'))
      const commands = commandsUnder('Try a server with the examples of the description')
      const { isOk, output } = await shell(commands, folder, environment(prism.url))
      const isWhole = /Tests run: [1-9]\d*, Successes: [1-9]\d*, Failures: 0, WIP: 0, Errors: 0/.test(output)
      count(isOk && isWhole, 'Specmatic gets what the examples say', output)
    })
  } finally {
    await prism.close()
  }
}

const isChosen = (name: string) => tools.length === 0 || tools.includes(name)
for (const linter of linters) if (isChosen(linter.name)) await lint(linter)
if (isChosen('oasdiff') && (await isThere('oasdiff', go))) await compare()
if (isChosen('generators') && (await isThere('generators', generators))) {
  await inPrepared('generators', `${installNpm} && ${installPython}`, (folder) => tryTraps(folder, count))
}
if (isChosen('specmatic') && (await isThere('specmatic', java))) await sendExamples()
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
