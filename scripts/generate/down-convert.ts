/** The description for tools that know only OpenAPI 3.0. */
import { Converter } from '@apiture/openapi-down-convert'
import { asObject, type Json } from './document.ts'

export function downConvert(description: Json): Json {
  return asObject(new Converter(description).convert(), 'the description')
}
