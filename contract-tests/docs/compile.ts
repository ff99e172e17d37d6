import { join } from 'node:path'
import ts from 'typescript'
import { root } from './blocks.ts'

/** What the compiler says of each file under the project's own strict settings; nothing where it is content. */
export function problemsOf(files: string[]): string[][] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram(files, { ...options, noUnusedLocals: false })
  return files.map((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
  )
}
