import { apply } from './apply.ts'
import { drift } from './drift.ts'
import { export as exportCommand } from './export.ts'
import { mock } from './mock.ts'
import { plan } from './plan.ts'
import { proxy } from './proxy.ts'
import type { Command } from './shell/definition.ts'
import { verify } from './verify.ts'

/** All commands, in the order of the general help. */
export const commands: readonly Command[] = [verify, drift, mock, proxy, plan, apply, exportCommand]
