import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import config from '../../rolldown.config.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The package as it is published, but for its declarations, built of what the sources say now. */
export interface Built {
  /** Where the package is. */
  folder: string
  /** A folder in which the package is installed. */
  consumer: string
  remove(): Promise<void>
}

const entries = ['index', 'contract', 'contract-validators', 'mock', 'plan', 'cli']

/** Builds it inside the repository, so that its dependency is found. */
export async function build(): Promise<Built> {
  const folder = join(root, 'reports', `built-${process.pid}`)
  const consumer = join(folder, 'consumer')
  await rm(folder, { recursive: true, force: true })
  for (const { output, ...input } of [config].flat()) {
    const isOfDeclarations = JSON.stringify([input.plugins]).includes('rolldown-plugin-dts')
    if (isOfDeclarations || !entries.includes(Object.keys(input.input as object)[0]!)) continue
    const bundle = await rolldown(input)
    await bundle.write({ ...[output].flat()[0], dir: join(folder, 'dist') })
    await bundle.close()
  }
  const files = ['package.json', 'generated/openapi.json', 'generated/latest/openapi.json']
  for (const file of files) await cp(join(root, file), join(folder, file))
  const bin = join(consumer, 'node_modules/.bin')
  await mkdir(bin, { recursive: true })
  await symlink(folder, join(consumer, 'node_modules/cloudflare-mcp-portals'))
  const command = `#!/bin/sh\nexec "${process.execPath}" "${join(folder, 'dist/cli.js')}" "$@"\n`
  await writeFile(join(bin, 'cloudflare-mcp-portals'), command, { mode: 0o755 })
  await writeFile(join(consumer, 'package.json'), '{ "name": "consumer", "private": true }')
  return { folder, consumer, remove: () => rm(folder, { recursive: true }) }
}
