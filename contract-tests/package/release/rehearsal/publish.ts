import { deepEqual, equal, match } from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPrism } from '../../../../scripts/prism.ts'
import { blocksOf } from '../../../docs/blocks.ts'
import { environmentOf } from '../../../support/account.ts'
import { mustRun, run } from '../../command.ts'
import { here, manifestOf } from '../../pack.ts'
import { check } from '../../report.ts'
import type { Registry } from './registry.ts'

export async function checkPublication(copy: string, { url, token }: Registry, env: NodeJS.ProcessEnv): Promise<void> {
  const { name, version } = manifestOf(copy)
  writeFileSync(join(env.HOME ?? '', '.npmrc'), `//${new URL(url).host}/:_authToken=${token}\n`)
  const publish = ['publish', `./reports/release/${name}-${version}.tgz`, '--access', 'public']
  await check('npm publishes the tarball', async () => {
    await mustRun('npm', publish, { cwd: copy, env })
    const { stdout } = await mustRun('npm', ['view', name, 'version', 'dist-tags.latest', '--json'], { cwd: copy, env })
    deepEqual(JSON.parse(stdout), { version, 'dist-tags.latest': version })
  })
  await check('a version that is there cannot be published again', async () => {
    const { code, text } = await run('npm', publish, { cwd: copy, env })
    equal(code, 1, text)
    match(text, /E409|previously published/)
  })
}

interface Manager {
  /** Commands that make a project with the package in it. */
  install: (name: string) => string[][]
  run: string[]
  /** A file that lets it install what was published a minute ago. */
  settings?: Record<string, string>
}

const node = [process.execPath]
const program = (path: string) => [process.execPath, join(here, 'node_modules', path)]
const pnpm = program('pnpm/bin/pnpm.mjs')
const yarn = program('@yarnpkg/cli-dist/bin/yarn.js')
const bin = (name: string) => join(here, 'node_modules/.bin', name)

const managers: Record<string, Manager> = {
  npm: { install: (name) => [['npm', 'install', name]], run: node },
  pnpm: { install: (name) => [[...pnpm, 'add', name]], run: node },
  'yarn 4': {
    install: (name) => [[...yarn, 'add', name]],
    run: [...yarn, 'node'],
    settings: { '.yarnrc.yml': 'npmMinimalAgeGate: 0\n' },
  },
  bun: { install: (name) => [[bin('bun'), 'add', name]], run: [bin('bun'), 'run'] },
  deno: {
    install: (name) => [[bin('deno'), 'add', '--minimum-dependency-age=0', `npm:${name}`]],
    run: [bin('deno'), 'run', '--allow-net', '--allow-env'],
  },
}

/** Installs the package by its name in an empty project, and runs the example of the README there. */
export async function checkInstallation(copy: string, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { name, version } = manifestOf(copy)
  const [example] = blocksOf('README.md', '')
  const prism = await startPrism()
  try {
    for (const [manager, { install, run: command, settings = {} }] of Object.entries(managers)) {
      await check(`${manager} installs ${version} by its name, and the example of the README runs`, async () => {
        const cwd = join(folder, manager.replace(' ', '-'))
        mkdirSync(cwd, { recursive: true })
        writeFileSync(join(cwd, 'package.json'), JSON.stringify({ name: 'empty', private: true, type: 'module' }))
        const files = {
          ...settings,
          '.npmrc': `registry=${env.npm_config_registry}\n`,
          'example.ts': example?.code ?? '',
        }
        for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text)
        const where = { cwd, env: { ...env, ...environmentOf(prism.url) } }
        for (const [first = '', ...rest] of install(name)) await mustRun(first, rest, where)
        const [first = '', ...rest] = command
        const { stdout } = await mustRun(first, [...rest, 'example.ts'], where)
        match(stdout, /mcp\.example\.com/)
      })
    }
  } finally {
    await prism.close()
  }
}
