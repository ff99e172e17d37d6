/** The description for tools that know only OpenAPI 3.0. */
import { Converter } from '@apiture/openapi-down-convert'
import { asObject, type Json } from './flatten.ts'

export function downConvert(description: Json): Json {
  const converted = asObject(new Converter(description).convert(), 'the description')
  const { summary: _newIn31, ...info } = asObject(converted.info, 'info')
  const { name, identifier } = asObject(asObject(description.info, 'info').license, 'info.license')
  return { ...converted, info: { ...info, license: { name, url: `https://spdx.org/licenses/${identifier}.html` } } }
}
