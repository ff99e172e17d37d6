// Reaches everything that the package exports, as a user would.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const name = 'cloudflare-mcp-portals'
const { default: manifest } = await import(`${name}/package.json`, { with: { type: 'json' } })

for (const entry of Object.keys(manifest.exports)) {
  const specifier = `${name}${entry.slice(1)}`
  const file = import.meta.resolve(specifier)
  if (file.endsWith('.js')) console.log(entry, Object.keys(await import(specifier)).length > 0)
  else if (file.endsWith('.json'))
    console.log(entry, (await import(specifier, { with: { type: 'json' } })).default !== null)
  else console.log(entry, (await readFile(fileURLToPath(file), 'utf8')).length > 0)
}
