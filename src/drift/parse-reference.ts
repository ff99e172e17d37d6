import {
  below,
  type Contract,
  type DomainType,
  type Field,
  inside,
  type Operation,
  type Place,
  toName,
} from './facts.ts'
import { type Listed, type Nested, nest } from './nest.ts'
import { toReason } from './page.ts'
import { readSections, type Section } from './tokens.ts'
import { unname } from './type-text.ts'

const PLACES: [title: string, place: Place][] = [
  ['Path Parameters', 'path'],
  ['Query Parameters', 'query'],
  ['Body Parameters', 'body'],
  ['Returns', 'response'],
]

/**
 * Reads the facts out of Cloudflare's API reference (its markdown, as published or with its line breaks lost).
 * Throws, naming the operation and the field, where the text is cut, contradicts itself, or is not understood.
 */
export function parseReference(markdown: string): Contract {
  const sections = readSections(markdown)
  if (!sections.some((section) => section.operation)) {
    throw new Error(toReason('no-operation'))
  }
  const contract: Contract = { operations: [], domainTypes: [] }
  let within: Operation | 'domain types' | undefined
  sections.forEach((section, index) => {
    const next = sections[index + 1]
    if (section.operation) {
      within = { ...section.operation, fields: [] }
      contract.operations.push(within)
    } else if (section.level <= 2) {
      within = section.title.startsWith('Domain Types') ? 'domain types' : undefined
      checkHeading(section, next, within !== undefined)
    } else if (within === 'domain types') {
      contract.domainTypes.push(...readDomainTypes(section))
    } else if (within) {
      readPlace(within, section, next)
    } else if (listsFields(section)) {
      fail(`heading '${section.title}'`, 'fields are listed, but of no operation')
    }
  })
  checkWhole(contract)
  return contract
}

function readPlace(operation: Operation, section: Section, next: Section | undefined): void {
  const place = PLACES.find(([title]) => section.title.startsWith(title))?.[1]
  if (place === undefined) {
    if (listsFields(section)) fail(toName(operation), `the section '${section.title}' is not understood`)
    return
  }
  const where = `${toName(operation)}, ${place}`
  const fields = readFields(section, where)
  if (fields.length === 0) fail(where, `the section '${section.title}' lists no field`)
  if (operation.fields.some((field) => field.place === place)) fail(where, 'is described twice')
  // An example follows in every operation. Without it nobody knows whether the last field was really the last.
  if (place === 'response' && next === undefined) fail(where, 'the text ends here, before the example')
  operation.fields.push(...fields.map((field) => ({ place, ...field })))
}

function readDomainTypes(section: Section): DomainType[] {
  const { nodes, byCount } = readNodes(section, section.title)
  if (nodes.length === 0) fail(section.title, 'no type is described under this heading')
  return nodes.map((node) => {
    const fields = flatten([node], { where: 'domain type,', path: '', byCount }).map((field) => ({
      ...field,
      path: field.path.slice(node.name.length).replace(/^\./, ''),
    }))
    // The first is the type itself, which says something only where it is not an object.
    return { name: node.name, fields: node.text.type === 'object' ? fields.slice(1) : fields }
  })
}

function readFields(section: Section, where: string): Field[] {
  const { nodes, byCount } = readNodes(section, where)
  return flatten(nodes, { where, path: '', byCount })
}

function readNodes(section: Section, where: string): Nested {
  const cut = section.bullets.find((bullet) => !bullet.closed)
  if (cut) fail(where, `the text breaks off within \`${cut.text}\``)
  return nest(section.bullets)
}

const listsFields = (section: Section): boolean => nest(section.bullets).nodes.length > 0

interface Spot {
  where: string
  path: string
  byCount: boolean
}

function flatten(nodes: Listed[], spot: Spot): Field[] {
  checkSiblings(nodes, spot)
  return nodes.flatMap((node) => {
    const path = below(spot.path, node.name)
    if (spot.byCount && node.text.open && /\bobject\b/.test(node.text.type)) {
      fail(`${spot.where} field ${path}`, 'is a choice of objects, which cannot be read where line breaks are lost')
    }
    checkCounts(node, `${spot.where} field ${path}`)
    const { required } = node.text
    const known = node.values.length > 0 ? typeof node.values[0] : node.fields.length > 0 ? 'object' : undefined
    const type = known ? unname(node.text.type, known) : node.text.type
    const field: Field = { path, type, required, ...(node.values.length > 0 && { enum: node.values }) }
    return [field, ...flatten(node.fields, { ...spot, path: inside(path, type) })]
  })
}

function checkSiblings(nodes: Listed[], { where, path, byCount }: Spot): void {
  const names = nodes.map((node) => node.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) fail(`${where} field ${below(path, twice)}`, 'is listed twice')
  if (!byCount) return
  // The reference lists what is required first. Where counts alone decide what is nested, a required field that follows
  // an optional one betrays a wrong count.
  const late = nodes.findIndex((node, index) => node.text.required && nodes[index - 1]?.text.required === false)
  if (late === -1) return
  fail(`${where} field ${below(path, names[late]!)}`, 'is required and follows an optional one: a count is wrong')
}

function checkCounts({ text, fields, values }: Listed, where: string): void {
  const says = (count: number, found: number, what: string): void => {
    if (count !== found) fail(where, `says it has ${count} ${what}, but ${found} follow`)
  }
  if (text.fields) {
    says(text.fields.count, fields.length, 'fields')
    const wrong = text.fields.names.find((name, index) => fields[index]!.name !== name)
    if (wrong !== undefined) fail(where, `names a field ${wrong} that does not follow in its place`)
  }
  if (!text.fields && !text.open && fields.length > 0) fail(where, `is a ${text.type}, but fields are listed below it`)
  if (text.values) {
    says(text.values.count, values.length, 'values')
    const wrong = text.values.first.find((value, index) => values[index] !== value)
    if (wrong !== undefined) fail(where, `names a value ${JSON.stringify(wrong)} that does not follow in its place`)
  }
}

function checkHeading(section: Section, next: Section | undefined, known: boolean): void {
  const where = `heading '${section.title}'`
  if (next === undefined) fail(where, 'the text ends here')
  if (listsFields(section)) fail(where, 'fields are listed where none are expected')
  if (section.level === 2 && !known && !next.operation) fail(where, 'no operation follows')
}

function checkWhole({ operations, domainTypes }: Contract): void {
  const names = [...operations.map(toName), ...domainTypes.map((type) => type.name)]
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) fail(twice, 'is described twice')
  for (const operation of operations) {
    const has = (place: Place, path?: string): boolean =>
      operation.fields.some((field) => field.place === place && (path === undefined || field.path === path))
    if (!has('response')) fail(toName(operation), "no section 'Returns' follows")
    for (const [, name] of operation.path.matchAll(/\{([^{}]+)\}/g)) {
      if (!has('path', name)) fail(`${toName(operation)}, path field ${name}`, 'is in the path, but not described')
    }
  }
}

function fail(where: string, what: string): never {
  throw new Error(`${where}: ${what}`)
}
