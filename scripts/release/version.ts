/**
 * After `changeset version`, which writes package.json alone: the version in jsr.json and in the lockfile. spec/openapi.yaml
 * has it by reference.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const write = (file: string, value: object) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)

const { version } = read('package.json')
write('jsr.json', { ...read('jsr.json'), version })
const lock = read('package-lock.json')
lock.version = version
lock.packages[''].version = version
write('package-lock.json', lock)
