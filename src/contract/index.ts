export { contractFetch } from './contract-fetch.ts'
export type { ContractFinding, UndocumentedFinding } from './finding.ts'
export type { ContractOptions } from './report.ts'
export { ContractViolationError } from './violation.ts'
