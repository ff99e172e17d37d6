import { equal, match, ok } from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { blocksOf } from '../../docs/blocks.ts'
import { node, type Where } from '../command.ts'
import { root } from '../pack.ts'
import { check } from '../report.ts'
import { runNext, runWorker } from './servers.ts'

const tools = createRequire(import.meta.url)
const installed = join(import.meta.dirname, 'node_modules')

/** A program of docs/testing.md: its first line names its file and what runs it. */
interface Program {
  file: string
  tool: string
  code: string
}

function programsOf(guide: string): Program[] {
  return blocksOf(guide, '', 'js').map(({ where, code }) => {
    const [, file, tool] = /^\/\/ (\S+), run by (\w+)\n/.exec(code) ?? []
    if (!file || !tool) throw new Error(`${where}: its first line names no file or no tool`)
    return { file, tool, code }
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
  workerd: ({ file }, where) => runWorker(file, where),
  next: (_, where) => runNext(where),
}

/** Runs each program of docs/testing.md in a copy of a project where npm has installed the package. */
export async function checkGuide(project: string, env: NodeJS.ProcessEnv): Promise<void> {
  const programs = programsOf('docs/testing.md')
  await check('docs/testing.md has a program for every tool that is run here', () => {
    ok(programs.length > 5)
  })
  for (const program of programs) {
    const runner = runners[program.tool]
    await check(`docs/testing.md: ${program.file} does what it says, run by ${program.tool}`, async () => {
      if (!runner) throw new Error(`Nothing here runs ${program.tool}`)
      const cwd = join(project, '../guide', program.file.replaceAll('/', '-'))
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
