/**
 * After `changeset version`, which writes package.json alone: the version in the lockfile. spec/openapi.yaml has it by
 * reference, and jsr.json gets it when it is published.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

const { version } = read('package.json')
const lock = read('package-lock.json')
lock.version = version
lock.packages[''].version = version
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
