import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join, normalize, posix } from 'node:path'
import { mustRun, type Where } from './command.ts'
import { here, manifestOf, namedFiles, type Packed } from './pack.ts'
import { check } from './report.ts'

const forUsers =
  /^(dist\/[\w-]+\.(c?js|js\.map|d\.c?ts)|dist\/THIRD-PARTY-LICENSES\.txt|generated\/((latest\/)?openapi(-3\.0)?\.(json|yaml)|portals\.schema\.json|workflows\/[\w-]+\.arazzo\.yaml)|LICENSE|(README|CHANGELOG)\.md|([\w.-]+\/){0,2}package\.json)$/

export async function checkContents(packed: Packed, where: Where): Promise<void> {
  await checkWithTools(packed, where)
  await checkManifest(packed, where)
  await checkFiles(packed)
  await checkSourceMaps(packed)
}

async function checkWithTools({ tarball, manifest }: Packed, where: Where): Promise<void> {
  const tool = (name: string) => join(here, 'node_modules/.bin', name)
  await check('publint finds nothing to say about the tarball', async () => {
    match((await mustRun(tool('publint'), ['run', '--strict', tarball], where)).stdout, /All good/)
  })
  await check('attw finds types for every module and JSON file of the tarball, however it is resolved', async () => {
    // It asks for types of whatever is exported, and YAML is nothing that a program imports.
    const yaml = Object.keys(manifest.exports).filter((entry) => entry.endsWith('.yaml'))
    await mustRun(tool('attw'), [tarball, '--exclude-entrypoints', ...yaml], where)
  })
}

async function checkManifest({ folder, manifest }: Packed, where: Where): Promise<void> {
  const { exports, scripts = {}, dependencies, peerDependencies, optionalDependencies } = manifest
  await check('npm has nothing to correct in package.json when it publishes', async () => {
    const published = join(where.cwd, 'published')
    cpSync(join(folder, 'package.json'), join(published, 'package.json'))
    await mustRun('npm', ['pkg', 'fix'], { ...where, cwd: published })
    deepEqual(manifestOf(published), manifest)
  })
  await check('every file that package.json names is in the tarball', () => {
    const missing = Object.entries(namedFiles(manifest)).filter(([, file]) => !existsSync(join(folder, file)))
    deepEqual(missing, [])
  })
  await check('every exported module has types, and names them first', () => {
    const programs = Object.entries(exports).filter(([, target]) => JSON.stringify(target).includes('.js"'))
    ok(programs.length > 0)
    for (const [entry, target] of programs) equal(Object.keys(target)[0], 'types', entry)
  })
  await check('it is an ES module without side effects, and asks for Node 20 or newer', () => {
    const { type, sideEffects, engines } = manifest
    deepEqual({ type, sideEffects, engines }, { type: 'module', sideEffects: false, engines: { node: '>=20' } })
  })
  await check('it depends on openapi-fetch alone', () => {
    deepEqual(Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies }), ['openapi-fetch'])
  })
  await check('it runs nothing when it is installed', () => {
    const run = ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => name in scripts)
    deepEqual([...run, ...(existsSync(join(folder, 'binding.gyp')) ? ['binding.gyp'] : [])], [])
  })
  await check('every command begins with the line that names Node', () => {
    const bins = Object.entries(namedFiles(manifest)).filter(([name]) => name.startsWith('bin '))
    for (const [, file] of bins) match(readFileSync(join(folder, file), 'utf8'), /^#!\/usr\/bin\/env node\n/)
  })
}

async function checkFiles({ files, folder, manifest }: Packed): Promise<void> {
  await check('the tarball holds only what users need, licence and readme among it', () => {
    const others = files.filter((file) => !forUsers.test(file))
    deepEqual(others, [])
    for (const file of ['LICENSE', 'README.md']) ok(files.includes(file), `${file} is missing`)
  })
  await check('the licences of what is built into it are in it', () => {
    const text = readFileSync(join(folder, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')
    const names = [...text.matchAll(/^## (\S+)@[\d.]+$/gm)].map(([, name]) => name)
    for (const name of ['openapi-fetch', 'yaml', 'cross-spawn']) ok(names.includes(name), name)
    equal(text.match(/^Copyright [(A-Z]/gm)?.length ?? 0, names.length)
  })
  await check('every module and declaration in it is reached from what package.json names', () => {
    const reached = new Set(Object.values(namedFiles(manifest)).map((file) => normalize(file)))
    for (const file of reached) for (const next of importsOf(folder, file).relative) reached.add(next)
    const orphans = files.filter((file) => /\.(c?js|d\.c?ts)$/.test(file) && !reached.has(file))
    deepEqual(orphans, [])
  })
  await check('no module imports what is neither in it nor a dependency', () => {
    const bare = files.filter((file) => /\.(c?js|d\.c?ts)$/.test(file)).flatMap((file) => importsOf(folder, file).bare)
    const others = bare.filter((name) => name !== 'openapi-fetch' && !name.startsWith('node:'))
    deepEqual(others, [])
  })
}

/** What a built module imports; a relative one as the file of the tarball that it is. */
function importsOf(folder: string, file: string): { relative: string[]; bare: string[] } {
  if (!/\.(c?js|d\.c?ts)$/.test(file)) return { relative: [], bare: [] }
  const code = readFileSync(join(folder, file), 'utf8').replace(/^ *\*.*$/gm, '')
  const names = [...code.matchAll(/(?<!["'`])(?:\bfrom|\bimport|\brequire)\s*\(?\s*["'`]([^"'`\n]+)["'`]/g)].map(
    ([, name = '']) => name,
  )
  const inFolder = names.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(file), name))
  const relative = inFolder.map((name) => (/\.d\.c?ts$/.test(file) ? name.replace(/\.js$/, '.d.ts') : name))
  return { relative, bare: names.filter((name) => /^[@\w]/.test(name)) }
}

async function checkSourceMaps({ files, folder }: Packed): Promise<void> {
  // A map would be a tenth of all that is installed, for modules that are published as they read.
  await check('the modules that people step through are not minified, and no module names a source map', () => {
    const modules = files
      .filter((file) => /\.c?js$/.test(file))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')])
    deepEqual(
      modules.filter(([, code]) => code?.includes('sourceMappingURL')),
      [],
    )
    for (const entry of ['index', 'contract', 'mock', 'plan']) {
      const code = readFileSync(join(folder, `dist/${entry}.js`), 'utf8')
      ok(
        code.split('\n').every((line) => line.length <= 400),
        `dist/${entry}.js has a line that nobody can read`,
      )
    }
  })
}
