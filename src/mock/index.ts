export type { AccountState, MockState, StoredPortal } from './api/types.ts'
export type { Fault, OperationId } from './faults.ts'
export { createMock, type Mock } from './mock.ts'
export type { Guesses, MockOptions, MockRequest, Upstream } from './options.ts'
