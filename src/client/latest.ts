/**
 * The entry `./latest`: the same JavaScript as the main entry, with the types of the latest edition. They come from
 * building this module against the other schema: see scripts/stage-latest.ts.
 */
export type {
  EffectiveRedirectUri,
  EffectiveRedirectUriEnvelope,
  McpPortalCodeMode,
  McpServerAuthConfigSummary,
  McpServerAuthenticationStatus,
  McpServerOAuthConfig,
  McpServerOAuthRegistration,
  ToolCallCount,
  ToolCallSeries,
  ToolCallSeriesEnvelope,
} from '../../generated/latest/schema.ts'
export * from './index.ts'
