/**
 * A plugin of redocly: an object is a schema of its own, by name. Of an anonymous one, generators make
 * `InlineObject3` or `ReadPortal200ResponseResult`.
 */
const named = /^#\/(components\/schemas\/[^/]+)?$/

export default function plugin() {
  return { id: 'house', rules: { oas3: { 'named-objects': () => ({ Schema: checkName }) } } }
}

function checkName(schema, { location, report }) {
  const isObject = schema.type === 'object' || schema.properties !== undefined
  if (isObject && !named.test(location.pointer)) {
    report({ message: 'An object is a schema of its own, in spec/schemas, and is used by its name.', location })
  }
}
