/**
 * Generates a client in each language (`npm run test:languages [name…]`: or in those that are named), builds it and runs
 * a program with it against one mock, by the very commands of docs/other-languages.md. Where the tools of a language are
 * missing it says so and goes on; with CI=true that is a failure.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPrism } from '../../scripts/prism.ts'
import { environment } from './runner/environment.ts'
import { gradeSchemathesis, gradeStory } from './runner/grade.ts'
import { commandsUnder } from './runner/guide.ts'
import { type Language, languages, schemathesis, versionOf } from './runner/languages.ts'
import { type Row, report } from './runner/report.ts'
import { shell } from './runner/shell.ts'
import { startStage } from './runner/stage.ts'

const here = import.meta.dirname
const generated = join(here, '../../generated')
const isCi = process.env.CI === 'true'

async function rowOf(language: Language, mock: string): Promise<Row> {
  const { name, needs, generator } = language
  const row: Row = { language: name, generator, version: versionOf(language), passed: 0, problems: [] }
  const [notice, probe] = needs
  const isThere = async () => (await shell(probe, here, environment(mock))).isOk
  if (!(await isThere()) && !(isCi && (await install(language)) && (await isThere()))) {
    console.log(`${name} is not run: it needs ${notice}.`)
    return { ...row, problems: isCi ? [`needs ${notice}`] : [] }
  }
  console.log(`${name}…`)
  const start = Date.now()
  const folder = await mkdtemp(join(tmpdir(), `mcp-portals-${name}-`))
  try {
    await cp(join(here, name), folder, { recursive: true })
    for (const file of ['openapi.json', 'openapi-3.0.json']) await cp(join(generated, file), join(folder, file))
    Object.assign(
      row,
      language === schemathesis ? await tryRequests(folder, mock) : await tryProgram(language, folder, mock),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return { ...row, time: Date.now() - start }
}

/** Installs what Debian has of it; resolves to whether there was something to install and that went well. */
async function install({ debian = [] }: Language): Promise<boolean> {
  if (debian.length === 0) return false
  const apt = 'apt-get -qq -o DPkg::Lock::Timeout=300'
  const commands = `${apt} update; ${apt} install --yes --no-install-recommends ${debian.join(' ')}`
  return (await shell(commands, here, { ...process.env, DEBIAN_FRONTEND: 'noninteractive' })).isOk
}

async function tryProgram({ heading, format }: Language, folder: string, mock: string) {
  const stage = await startStage(mock)
  try {
    const { isOk, output } = await shell(commandsUnder(heading), folder, environment(stage.url))
    if (!isOk) return { passed: 0, problems: [`the commands of the guide fail\n${lastOf(output)}`] }
    const { passed, problems } = gradeStory(output, stage.exchanges)
    const formatted = format === undefined ? undefined : await shell(format, folder, environment(stage.url))
    if (formatted && !formatted.isOk) problems.push(`the program is not formatted\n${lastOf(formatted.output)}`)
    return { passed, problems }
  } finally {
    await stage.close()
  }
}

async function tryRequests(folder: string, mock: string) {
  const { isOk, output } = await shell(commandsUnder(schemathesis.heading), folder, environment(mock))
  return isOk ? gradeSchemathesis(output) : { passed: 0, problems: [`it found failures\n${lastOf(output)}`] }
}

function lastOf(output: string): string {
  return output.trimEnd().split('\n').slice(-60).join('\n')
}

async function main(): Promise<number> {
  const all = [...languages, schemathesis]
  const names = process.argv.slice(2)
  const unknown = names.filter((name) => !all.some((language) => language.name === name))
  if (unknown.length > 0) throw new Error(`No such language: ${unknown}. There are ${all.map(({ name }) => name)}`)
  const mock = await startPrism()
  try {
    const rows: Row[] = []
    for (const language of all) {
      if (names.length === 0 || names.includes(language.name)) rows.push(await rowOf(language, mock.url))
    }
    const { text, failed } = report(rows)
    console.log(text)
    return failed
  } finally {
    await mock.close()
  }
}

process.exitCode = (await main()) > 0 ? 1 : 0
