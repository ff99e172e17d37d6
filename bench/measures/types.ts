import { type Figures, names } from '../clients/index.ts'
import { node } from './child.ts'

const flags = [
  ...['--noEmit', '--strict', '--skipLibCheck', '--allowImportingTsExtensions', '--extendedDiagnostics'],
  ...['--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom,dom.iterable'],
  ...['--typeRoots', 'none'], // else every @types of the repository is loaded
]

/** What the compiler does for a program that reads, lists and creates: types made of generic ones, and kilobytes. */
export function costOfTypes(): { instantiations: Figures; memory: Figures } {
  const diagnostics = names.map((name) => {
    // With gc exposed, tsc collects before it counts, and prints the same number each time.
    const printed = node('--expose-gc', 'node_modules/typescript/bin/tsc', ...flags, `clients/${name}.ts`)
    return { name, instantiations: number(printed, 'Instantiations'), memory: number(printed, 'Memory used') }
  })
  const figures = (key: 'instantiations' | 'memory') =>
    Object.fromEntries(diagnostics.map((each) => [each.name, each[key]])) as Figures
  return { instantiations: figures('instantiations'), memory: figures('memory') }
}

function number(diagnostics: string, label: string): number {
  return Number(new RegExp(`^${label}:\\s*(\\d+)`, 'm').exec(diagnostics)?.[1])
}
