/**
 * What generators make of the description as they come, and what cures it: the lines of the table in
 * docs/other-languages.md that are checked here. `run.ts` generates both ways and looks at the code.
 */
export interface Trap {
  /** As the table names it. */
  tool: string
  what: string
  /** Writes a client of openapi.json below out/. */
  generate: string
  /** Words for the same command that cure it, if there are any. */
  cure?: string
  /** A command for the folder that prints what is wrong, or a file to look into. */
  look: string
  trap: RegExp
}

const jar =
  'java -jar openapi-generator-cli-7.25.0.jar generate --input-spec openapi.json --output out --generator-name'
const java = `${jar} java --library okhttp-gson`
const models = 'cat out/src/main/java/org/openapitools/client/model'
const strict = '--additional-properties=disallowAdditionalPropertiesIfNotPresent=false'
const pydantic =
  '.venv/bin/datamodel-codegen --input openapi.json --input-file-type openapi --output-model-type pydantic_v2.BaseModel --output out.py'

export const traps: Trap[] = [
  {
    tool: 'datamodel-code-generator',
    what: 'sends stars as the credential',
    generate: pydantic,
    cure: '--type-mappings string+password=string',
    look: `.venv/bin/python -c "from out import McpServerUpdate; print(McpServerUpdate(auth_credentials='secret').model_dump_json(exclude_unset=True))"`,
    trap: /\*{10}/,
  },
  {
    tool: 'openapi-generator, go',
    what: 'refuses fields that are newer',
    generate: `${jar} go`,
    cure: strict,
    look: 'cat out/model_mcp_portal.go',
    trap: /DisallowUnknownFields/,
  },
  {
    tool: 'openapi-generator, java with okhttp-gson',
    what: 'refuses fields that are newer',
    generate: java,
    cure: strict,
    look: `${models}/McpPortal.java`,
    trap: /is not defined in the/,
  },
  {
    tool: 'openapi-generator, java with okhttp-gson',
    what: 'sends servers: [] unasked',
    generate: java,
    cure: '--additional-properties=containerDefaultToNull=true',
    look: `${models}/McpPortalUpdate.java`,
    trap: /List<\w+> servers = new ArrayList/,
  },
  {
    tool: 'openapi-generator, powershell',
    what: 'refuses fields that are newer',
    generate: `${jar} powershell`,
    cure: strict,
    look: 'cat out/src/PSOpenAPITools/Model/McpPortal.ps1',
    trap: /not found in the properties/,
  },
  {
    tool: 'openapi-generator, powershell',
    what: 'sends null for what is not given',
    generate: `${jar} powershell`,
    look: 'cat out/src/PSOpenAPITools/Model/McpPortalUpdate.ps1',
    trap: /PSCustomObject\]@\{[\s\S]*'servers' = \$\{Servers\}/,
  },
  {
    tool: 'openapi-generator, dart',
    what: 'sends servers: [] and null unasked',
    generate: `${jar} dart`,
    look: 'cat out/lib/model/mcp_portal_update.dart',
    trap: /this\.servers = const \[\][\s\S]*json\[r'description'\] = null/,
  },
  {
    tool: 'openapi-generator, dart',
    what: 'reads the open map with a function that does not exist',
    generate: `${jar} dart`,
    look: 'cat out/lib/model/mcp_server.dart',
    trap: /Map\.listFromJson/,
  },
  {
    tool: 'openapi-generator, swift6',
    what: 'takes the open map for a Dictionary of nothing',
    generate: `${jar} swift6`,
    cure: '--schema-mappings Capability=Capability',
    look: 'cat out/Sources/OpenAPIClient/Models/McpServer.swift',
    trap: /\[Dictionary\]/,
  },
  {
    tool: 'openapi-generator, swift6',
    what: 'refuses values of enums that are newer',
    generate: `${jar} swift6`,
    cure: '--additional-properties=enumUnknownDefaultCase=true',
    look: 'cat out/Sources/OpenAPIClient/Models/McpServerAuthType.swift',
    trap: /^(?![\s\S]*unknownDefault)/,
  },
  {
    tool: 'openapi-typescript-codegen',
    what: 'gives every call the type of a failure too',
    generate: 'node_modules/.bin/openapi --input openapi.json --output out',
    look: 'cat out/services/PortalsService.ts',
    trap: /CancelablePromise<\w+ \| ApiFailure>/,
  },
  {
    tool: 'orval',
    what: 'knows no status between 512 and 599, as Cloudflare has them',
    generate: 'node_modules/.bin/orval --input openapi.json --output out/api.ts --client fetch',
    look: 'cat out/api.ts',
    trap: /HTTPStatusCode5xx = (\d+ \| )+511;/,
  },
]
