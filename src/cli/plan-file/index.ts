export { type DesiredFile, readDesired } from './read-file.ts'
export { readSaved, type SavedPlan, type Target, toSaved } from './saved.ts'
export { isModule, readText } from './source.ts'
export { escapeVariables, mapStrings } from './variables.ts'
