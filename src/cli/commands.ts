import { drift } from './drift.ts'
import { mock } from './mock.ts'
import { proxy } from './proxy.ts'
import type { Command } from './shell/definition.ts'
import { verify } from './verify.ts'

/** All commands, in the order of the general help. */
export const commands: readonly Command[] = [verify, drift, mock, proxy]
