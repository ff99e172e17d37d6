import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Json } from './document.ts'

export const root = join(import.meta.dirname, '../..')
const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js')

/** The files of spec/ as one document. */
export function bundle(): Promise<Json> {
  return runBundle(['spec/openapi.yaml'])
}

/** The document with an OpenAPI Overlay applied to it. */
export async function applyOverlay(document: Json, overlay: string): Promise<Json> {
  return inFolder(async (folder) => {
    const file = join(folder, 'document.json')
    await writeFile(file, JSON.stringify(document))
    return runBundle([file, '--overlay', overlay])
  })
}

function runBundle(words: string[]): Promise<Json> {
  return inFolder(async (folder) => {
    const file = join(folder, 'openapi.json')
    await promisify(execFile)(process.execPath, [redocly, 'bundle', ...words, '--output', file], { cwd: root })
    return JSON.parse(await readFile(file, 'utf8'))
  })
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'generate-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
