/**
 * What may import what: the arrows between folders that docs/architecture.md draws. scripts/lint/imports.ts runs it and
 * looks for circles between folders as well.
 */
const checks = ['plan', 'mock', 'proxy', 'verify', 'drift']

/** A folder below src may import the folders that are named, itself and generated/, and packages. */
const may = (folder, ...others) => ({
  name: `src/${folder}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    pathNot: [`^src/(${[folder, ...others].join('|')})/`, '^generated/', 'node_modules/'],
    dependencyTypesNot: ['core'],
  },
})

const never = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { path: to } })

export default {
  forbidden: [
    { name: 'no-circle-between-files', severity: 'error', from: {}, to: { circular: true } },
    may('client'),
    may('contract', 'client'),
    ...checks.map((folder) => may(folder, 'contract', 'client')),
    may('cli', ...checks, 'contract', 'client'),
    never('generated-imports-nothing-of-ours', '^generated/', '^(src|scripts|contract-tests|examples|bench|spec)/'),
    never('scripts-never-import-tests', '^scripts/', '^(contract-tests|bench)/'),
    never('examples-import-the-package-alone', '^examples/', '^(scripts|contract-tests|bench)/'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^(dist|reports)/|node_modules/' },
  },
}
