export { contractFetch } from './contract-fetch.ts'
export type { ContractDrift, ContractFinding } from './finding.ts'
export type { ContractOptions } from './report.ts'
export { ContractViolationError } from './violation.ts'
