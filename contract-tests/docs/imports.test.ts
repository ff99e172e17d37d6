import { describe, expect, test } from 'vitest'
import { findFolderCircles } from '../../scripts/lint/imports.ts'

/** `a/x.ts > b/y.ts`: the first imports the second. */
function circlesOf(...arrows: string[]): string[] {
  return findFolderCircles(
    arrows.map((arrow) => {
      const [from = '', to = ''] = arrow.split(' > ')
      return { from, to }
    }),
  )
}

describe('the import check', () => {
  test('finds a circle between two folders, and names an import of each direction', () => {
    const [circle, ...others] = circlesOf('src/a/one.ts > src/b/two.ts', 'src/b/three.ts > src/a/four.ts')
    expect(circle?.split('\n')).toEqual([
      'src/a -> src/b -> src/a',
      '    src/a/one.ts imports src/b/two.ts',
      '    src/b/three.ts imports src/a/four.ts',
    ])
    expect(others).toEqual([])
  })

  test('finds a circle over three folders once', () => {
    expect(circlesOf('a/x.ts > b/x.ts', 'b/x.ts > c/x.ts', 'c/x.ts > a/y.ts')).toHaveLength(1)
  })

  test('counts a subfolder as its parent', () => {
    expect(circlesOf('src/a/deep/x.ts > src/b/x.ts', 'src/b/y.ts > src/a/other/y.ts')).toHaveLength(1)
    expect(circlesOf('src/a/x.ts > src/a/deep/y.ts', 'src/a/deep/z.ts > src/a/w.ts')).toEqual([])
  })

  test('finds circles at every depth', () => {
    expect(circlesOf('src/a/b/x.ts > src/a/c/x.ts', 'src/a/c/y.ts > src/a/b/y.ts')).toHaveLength(1)
  })

  test('lets arrows point one way', () => {
    expect(circlesOf('a/x.ts > b/x.ts', 'a/x.ts > c/x.ts', 'b/x.ts > c/x.ts')).toEqual([])
  })
})
