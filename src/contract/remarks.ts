import type { Validate, ValidationError } from '../../generated/validators.ts'
import { noResponseField, noSuchField, type Remark, show, toPointer, typeOf, valueAt, withArticle } from './finding.ts'

/** Validates a value. The pointers of the remarks point into it. */
export function findRemarks(
  validate: Validate,
  value: unknown,
  place: Remark['place'],
): (Remark & { keyword: string })[] {
  if (validate(value)) return []
  const errors = validate.errors ?? []
  const ofWrongType = new Set(
    errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath),
  )
  return errors
    .filter(({ keyword, instancePath }) => keyword === 'type' || !ofWrongType.has(instancePath))
    .map((error) => ({ keyword: error.keyword, place, ...toRemark(error, valueAt(value, error.instancePath)) }))
}

const units: Record<string, string> = { uri: 'a URL' }

function toRemark({ instancePath: pointer, keyword, params }: ValidationError, value: unknown): Omit<Remark, 'place'> {
  const { limit } = params
  switch (keyword) {
    case 'required':
    case 'newerRequired':
      return { pointer: pointer + toPointer(String(params.missingProperty)), expected: 'a value', received: 'missing' }
    case 'additionalProperties': {
      const name = String(params.additionalProperty)
      const field = (value as Record<string, unknown>)[name]
      return { pointer: pointer + toPointer(name), expected: noSuchField, received: typeOf(field) }
    }
    case 'newerField':
      return { pointer, expected: noSuchField, received: typeOf(value) }
    case 'responseField':
      return { pointer, expected: noResponseField, received: typeOf(value) }
    case 'type':
    case 'newerNull':
      return {
        pointer,
        expected: [params.type]
          .flat()
          .map((type) => withArticle(String(type)))
          .join(' or '),
        received: show(value),
      }
    case 'enum':
      return {
        pointer,
        expected: `one of ${(params.allowedValues as unknown[]).map((each) => JSON.stringify(each)).join(', ')}`,
        received: JSON.stringify(value),
      }
    case 'minLength':
      return { pointer, expected: `at least ${limit} characters`, received: countCharacters(value) }
    case 'maxLength':
      return { pointer, expected: `at most ${limit} characters`, received: countCharacters(value) }
    case 'minimum':
      return { pointer, expected: `at least ${limit}`, received: JSON.stringify(value) }
    case 'maximum':
      return { pointer, expected: `at most ${limit}`, received: JSON.stringify(value) }
    case 'format':
      return {
        pointer,
        expected: units[String(params.format)] ?? String(params.format),
        received: JSON.stringify(value),
      }
    default:
      return { pointer, expected: `text that matches ${String(params.pattern)}`, received: JSON.stringify(value) }
  }
}

function countCharacters(value: unknown): string {
  return `${typeof value === 'string' ? [...value].length : 0} characters`
}
