import { equal, match } from 'node:assert/strict'
import { copyFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { node } from '../command.ts'
import { check } from '../report.ts'

const tools = createRequire(import.meta.url)
const program = (name: string) => join(import.meta.dirname, 'programs', name)
const versions = { 'Jest 29': 'jest-29', 'Jest 30': 'jest' }

/** Runs Jest as it comes, in CommonJS, in projects where managers have installed the package, by the managers' names. */
export async function checkJest(projects: Record<string, string>, env: NodeJS.ProcessEnv): Promise<void> {
  for (const [manager, project] of Object.entries(projects)) {
    mkdirSync(join(project, 'jest'), { recursive: true })
    for (const file of ['jest.test.js', 'typed.test.ts'])
      copyFileSync(program(file), join(project, 'jest', basename(file)))
    for (const [version, name] of Object.entries(versions)) {
      const jest = join(tools.resolve(`${name}/package.json`), '../bin/jest.js')
      await check(
        `${version} in a project of ${manager}: CommonJS tests find every entry, and errors by their class`,
        () => passes(jest, project, env, { testMatch: ['**/jest.test.js'], transform: {} }),
      )
      await check(
        `${version} with ts-jest in a project of ${manager}: TypeScript in CommonJS finds every entry`,
        () => {
          const tsconfig = { strict: true, module: 'commonjs', moduleResolution: 'node10', target: 'es2022', types: [] }
          const transform = { '\\.ts$': [tools.resolve('ts-jest'), { tsconfig, isolatedModules: false }] }
          return passes(jest, project, env, { testMatch: ['**/typed.test.ts'], transform })
        },
      )
    }
  }
}

async function passes(jest: string, project: string, env: NodeJS.ProcessEnv, settings: object): Promise<void> {
  // The project is a package of ES modules; a folder below it is not, so that .js means CommonJS.
  const config = JSON.stringify({ rootDir: join(project, 'jest'), testEnvironment: 'node', ...settings })
  const { code, text } = await node([jest, '--config', config, '--no-cache'], { cwd: join(project, 'jest'), env })
  equal(code, 0, text)
  match(text, /Tests: +\d+ passed/)
}
