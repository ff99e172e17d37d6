import { browsers } from './browsers.ts'
import { bun } from './bun.ts'
import { denos } from './deno.ts'
import { nodes } from './node.ts'
import type { Runtime } from './runtime.ts'
import { workers } from './workerd.ts'

export const runtimes: Runtime[] = [...nodes, ...denos, bun, ...workers, ...browsers]
