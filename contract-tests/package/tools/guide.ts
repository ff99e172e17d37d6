import { deepEqual, equal, match } from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { blocksOf } from '../../docs/blocks.ts'
import { node, run, type Where } from '../command.ts'
import { here, root } from '../pack.ts'
import { check } from '../report.ts'
import { runNext, runWorker } from './servers.ts'

const tools = createRequire(import.meta.url)
const installed = join(import.meta.dirname, 'node_modules')

/** A program of a guide: its first line names its file and what runs it. */
interface Program {
  file: string
  tool: string
  code: string
}

function programsOf(guide: string): Program[] {
  return [...blocksOf(guide, '', 'ts'), ...blocksOf(guide, '', 'js')].flatMap(({ code }) => {
    const [, file, tool] = /^\/\/ (\S+), run by (\w+)\n/.exec(code) ?? []
    return file && tool ? [{ file, tool, code }] : []
  })
}

type Runner = (program: Program, where: Where) => Promise<void>

const runners: Record<string, Runner> = {
  vitest: async ({ file }, where) => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const { code, text } = await node([vitest, 'run', '--root', where.cwd, file], where)
    equal(code, 0, text)
    match(text, /Tests .*\d+ passed/)
  },
  jest: async ({ file }, where) => {
    const config = JSON.stringify({
      rootDir: where.cwd,
      testEnvironment: 'node',
      transform: {},
      testMatch: [`**/${file}`],
    })
    const jest = join(tools.resolve('jest/package.json'), '../bin/jest.js')
    const { code, text } = await node([jest, '--config', config], where)
    equal(code, 0, text)
    match(text, /Tests: +\d+ passed/)
  },
  node: async ({ file }, where) => {
    const { code, text } = await node(['--test', file], where)
    equal(code, 0, text)
    match(text, /pass [1-9]/)
  },
  deno: async ({ file, code: program }, where) => {
    // What npm has installed, in the place of the registry that such a specifier asks.
    writeFileSync(join(where.cwd, file), program.replaceAll("'npm:", "'"))
    const options = ['--node-modules-dir=manual', '--allow-env', '--no-check']
    const { code, text } = await run(join(here, 'node_modules/.bin/deno'), ['test', ...options, file], where)
    equal(code, 0, text)
    match(text, /[1-9]\d* passed/)
  },
  bun: async ({ file }, where) => {
    const { code, text } = await run(join(here, 'node_modules/.bin/bun'), ['test', `./${file}`], where)
    equal(code, 0, text)
    match(text, /[1-9]\d* pass/)
  },
  workerd: ({ file }, where) => runWorker(file, where),
  next: (_, where) => runNext(where),
}

/** Runs each program of the guides in a copy of a project where npm has installed the package. */
export async function checkGuides(project: string, env: NodeJS.ProcessEnv): Promise<void> {
  for (const guide of ['docs/testing.md', 'docs/mock.md']) await checkGuide(guide, project, env)
  const found = ['docs/testing.md', 'docs/mock.md'].flatMap(programsOf).map(({ tool }) => tool)
  await check('the guides have a program for every tool that is run here', () => {
    deepEqual([...new Set(found)].sort(), Object.keys(runners).sort())
  })
}

async function checkGuide(guide: string, project: string, env: NodeJS.ProcessEnv): Promise<void> {
  for (const program of programsOf(guide)) {
    const runner = runners[program.tool]
    await check(`${guide}: ${program.file} does what it says, run by ${program.tool}`, async () => {
      if (!runner) throw new Error(`Nothing here runs ${program.tool}`)
      const cwd = join(project, '../guide', basename(guide), program.file.replaceAll('/', '-'))
      layOut(cwd, project, program)
      await runner(program, { cwd, env })
    })
  }
}

function layOut(cwd: string, project: string, { file, code }: Program): void {
  mkdirSync(dirname(join(cwd, file)), { recursive: true })
  cpSync(join(project, 'node_modules'), join(cwd, 'node_modules'), { recursive: true })
  for (const name of ['ky', 'msw', 'next', 'nock', 'react', 'react-dom', 'undici'])
    symlinkSync(join(installed, name), join(cwd, 'node_modules', name))
  if (!existsSync(join(cwd, 'node_modules/vitest')))
    symlinkSync(join(root, 'node_modules/vitest'), join(cwd, 'node_modules/vitest'))
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  writeFileSync(join(cwd, file), code)
}
