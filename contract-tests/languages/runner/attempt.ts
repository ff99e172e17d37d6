import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Backend, type BackendName, createMockBackend, createPrismBackend } from './backends.ts'
import { environment } from './environment.ts'
import { type Grade, gradeSchemathesis, gradeStory } from './grade.ts'
import { commandsUnder } from './guide.ts'
import { folderOf, type Language, mcpServers, schemathesis, versionOf } from './languages.ts'
import type { Row } from './report.ts'
import { shell } from './shell.ts'
import { startStage } from './stage.ts'
import { mcpStory, type Story, story } from './story.ts'

const projects = join(import.meta.dirname, '..')
const generated = join(projects, '../../generated')
const isCi = process.env.CI === 'true'

/** The program of each edition's client meets another backend: between them they know both editions. */
function editionsOf(prism: string): { descriptions: string; backend: BackendName; create: () => Promise<Backend> }[] {
  return [
    { descriptions: generated, backend: 'prism', create: async () => createPrismBackend(prism) },
    { descriptions: join(generated, 'latest'), backend: 'mock', create: createMockBackend },
  ]
}

/** Carries out the guide's commands of a language, for each edition, in a folder of its own. */
export async function attempt(language: Language, prism: string): Promise<Row> {
  const { name, generator } = language
  const told: Story = mcpServers.includes(language) ? mcpStory : story
  const isProgram = language !== schemathesis
  const expected = Object.keys(told).length * (isProgram ? editionsOf(prism).length : 1)
  const row: Row = { language: name, generator, version: versionOf(language), expected, passed: 0, problems: [] }
  const missing = await findMissing(language)
  if (missing) {
    console.log(`${name} is not run: it needs ${missing}.`)
    return { ...row, problems: isCi ? [`needs ${missing}`] : [] }
  }
  const start = Date.now()
  const folder = await mkdtemp(join(tmpdir(), `mcp-portals-${name}-`))
  try {
    await cp(folderOf(language), folder, { recursive: true, filter: (path) => basename(path) !== 'node_modules' })
    const grade = await (isProgram ? tellStories(language, told, folder, prism) : sendRequests(language, folder, prism))
    return { ...row, ...grade, time: Date.now() - start }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function findMissing(language: Language): Promise<string | undefined> {
  const [notice, probe] = language.needs
  const isThere = async () => (await shell(probe, projects, environment(''))).isOk
  const isReady = (await isThere()) || (isCi && (await install(language)) && (await isThere()))
  return isReady ? undefined : notice
}

/** Installs what Debian has of it; resolves to whether there was something to install and that went well. */
async function install({ debian = [] }: Language): Promise<boolean> {
  if (debian.length === 0) return false
  const apt = 'apt-get -qq -o DPkg::Lock::Timeout=300'
  const commands = `${apt} update; ${apt} install --yes --no-install-recommends ${debian.join(' ')}`
  return (await shell(commands, projects, { ...process.env, DEBIAN_FRONTEND: 'noninteractive' })).isOk
}

async function tellStories(language: Language, told: Story, folder: string, prism: string): Promise<Grade> {
  const grades: Grade[] = []
  for (const { descriptions, backend, create } of editionsOf(prism)) {
    await takeDescription(descriptions, folder)
    const stage = await startStage(await create())
    const { isOk, output } = await shell(commandsUnder(language.heading), folder, environment(stage.url))
    const failed = { passed: 0, problems: [`the commands of the guide fail (${backend})\n${lastOf(output)}`] }
    grades.push(isOk ? gradeStory(told, backend, output, stage.exchanges) : failed)
    await stage.close()
  }
  if (language.format) {
    const { isOk, output } = await shell(language.format, folder, environment(''))
    grades.push({ passed: 0, problems: isOk ? [] : [`what the project asks of itself is not met\n${lastOf(output)}`] })
  }
  return {
    passed: grades.reduce((sum, { passed }) => sum + passed, 0),
    problems: grades.flatMap(({ problems }) => problems),
  }
}

async function sendRequests({ heading }: Language, folder: string, prism: string): Promise<Grade> {
  await takeDescription(generated, folder)
  const { isOk, output } = await shell(commandsUnder(heading), folder, environment(prism))
  return isOk ? gradeSchemathesis(output) : { passed: 0, problems: [`it found failures\n${lastOf(output)}`] }
}

async function takeDescription(from: string, folder: string): Promise<void> {
  for (const file of ['openapi.json', 'openapi-3.0.json']) await cp(join(from, file), join(folder, file))
}

function lastOf(output: string): string {
  return output.trimEnd().split('\n').slice(-60).join('\n')
}
