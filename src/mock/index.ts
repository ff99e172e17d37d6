export type { AccountState, MockState, OperationId, StoredPortal } from './api/types.ts'
export type { Fault } from './faults.ts'
export { createMock, type Mock } from './mock.ts'
export type { Guesses, MockOptions, MockRequest, Upstream } from './options.ts'
