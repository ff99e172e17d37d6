// What the types of the HTTP client mention, so that a program can name it without that dependency of its own.
export type {
  BodySerializer,
  Client,
  ClientMethod,
  ClientOptions as OpenapiFetchOptions,
  ClientRequestMethod,
  FetchOptions,
  FetchResponse as OpenapiFetchResponse,
  HeadersOptions,
  MaybeOptionalInit,
  MergedOptions,
  MethodResponse,
  Middleware,
  MiddlewareCallbackParams,
  ParseAs,
  PathSerializer,
  QuerySerializer,
  QuerySerializerOptions,
} from 'openapi-fetch'
export type {
  ApiFailure,
  ApiMessage,
  Capability,
  CapabilityOverride,
  components,
  DeletedMcpPortal,
  DeletedMcpPortalEnvelope,
  McpPortal,
  McpPortalCreate,
  McpPortalEnvelope,
  McpPortalListEnvelope,
  McpPortalServer,
  McpPortalUpdate,
  McpServer,
  McpServerAuthType,
  McpServerCreate,
  McpServerEnvelope,
  McpServerErrorDetails,
  McpServerListEnvelope,
  McpServerSync,
  McpServerSyncEnvelope,
  McpServerUpdate,
  operations,
  PortalCapabilityOverride,
  PortalServerAttachment,
  paths,
  ResultInfo,
} from '../../generated/schema.ts'
export { type AttachedServer, toAttachments } from './attachments.ts'
export { createClient, type McpPortals } from './client.ts'
export {
  ApiError,
  type ApiErrorDetail,
  type ApiRefusal,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  type FailedCall,
  InvalidResponseError,
  McpPortalsError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  TimeoutError,
  type UnreadableResponse,
} from './errors.ts'
export type { Hooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts'
export type { Fetch, FetchInit, FetchResponse, ResponseHeaders } from './http/fetch.ts'
export type { RequestFetch } from './http/request.ts'
export { createHttpClient, type HttpClient } from './http-client.ts'
export type { HttpCallOptions, HttpClientOptions } from './http-options.ts'
export type { List } from './list.ts'
export type { ApiToken, CallOptions, ClientOptions, ListOptions } from './options.ts'
export type { PortalListQuery, Portals } from './portals.ts'
export type { RateLimit } from './rate-limit.ts'
export type * from './reference-types.ts'
export type { ServerListQuery, Servers } from './servers.ts'
export {
  type AnyServer,
  NotReadyError,
  type NotReadyReason,
  type SyncClient,
  type SyncOptions,
  syncUntilReady,
} from './sync.ts'
