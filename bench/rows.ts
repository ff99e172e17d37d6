import type { Figures } from './clients/index.ts'
import { sizeOfBundles } from './measures/bundle.ts'
import { timeOfCall } from './measures/call.ts'
import { heapOfCalls, heapOfLists } from './measures/heap.ts'
import { timeOfGet } from './measures/loopback.ts'
import { timeOfStart } from './measures/start.ts'
import { costOfTypes } from './measures/types.ts'
import { type Row, ratio, type Target, whole } from './table.ts'

const own = 'this-client'

/** The figure over bare fetch's. */
const overBare = (figures: Figures) => figures[own] / figures['bare-fetch']

const atMost = (limit: number, figure: (figures: Figures) => number): Pick<Target, 'met'> => ({
  met: (figures) => figure(figures) <= limit,
})

/** Everything that is measured, in the order of the table. */
export const measures: (() => Row[] | Promise<Row[]>)[] = [
  async () => [
    {
      what: 'call with an instant fetch, ratio to bare (µs)',
      figures: await timeOfCall(),
      show: (figure, bare) => `${ratio(figure, bare)} (${(figure * 1000).toFixed(1)})`,
      targets: [
        { text: 'no more than openapi-fetch', met: (figures) => figures[own] <= figures['openapi-fetch'] },
        { text: '≤ 1.45', ...atMost(1.45, overBare) },
      ],
    },
  ],
  async () => [
    {
      what: 'heap per call above bare, bytes',
      figures: await heapOfCalls(),
      show: (figure, bare) => whole(figure - bare),
      targets: [{ text: '≤ 4,500', ...atMost(4_500, (figures) => figures[own] - figures['bare-fetch']) }],
    },
  ],
  async () => [
    {
      what: 'cold import and construct, ratio to bare (ms of the whole process)',
      figures: await timeOfStart(),
      show: (figure, bare) => `${ratio(figure, bare)} (${whole(figure)})`,
      targets: [{ text: '≤ 1.20', ...atMost(1.2, overBare) }],
    },
  ],
  async () => [
    {
      what: 'sequential loopback GETs a second, ratio to bare (GETs/s)',
      figures: await timeOfGet(),
      show: (figure, bare) => `${ratio(bare, figure)} (${whole(1_000 / figure)})`,
      targets: [
        { text: '≥ 0.92', met: (figures) => figures['bare-fetch'] / figures[own] >= 0.92 },
        { text: 'no less than openapi-fetch', met: (figures) => figures[own] <= figures['openapi-fetch'] },
      ],
    },
  ],
  async () => [
    {
      what: 'browser bundle that lists and creates, gzip bytes',
      figures: await sizeOfBundles(),
      show: whole,
      targets: [{ text: '≤ 7,000', ...atMost(7_000, (figures) => figures[own]) }],
    },
  ],
  () => {
    const { instantiations, memory } = costOfTypes()
    return [
      {
        what: 'type-check, instantiations',
        figures: instantiations,
        show: whole,
        targets: [{ text: '≤ 9,500', ...atMost(9_500, (figures) => figures[own]) }],
      },
      {
        what: 'type-check, memory, ratio to bare (MB)',
        figures: memory,
        show: (figure, bare) => `${ratio(figure, bare)} (${whole(figure / 1024)})`,
        targets: [{ text: '≤ 1.10', ...atMost(1.1, overBare) }],
      },
    ]
  },
  async () => [
    {
      what: 'listing 10,000 portals in pages of 100, most heap held at any page, kB',
      figures: await heapOfLists(),
      show: (figure) => whole(figure / 1000),
      // Each id is held for the length of the walk, so that no item comes twice.
      targets: [{ text: 'the ids alone: ≤ 1,000, of 3,300 listed', ...atMost(1_000_000, (figures) => figures[own]) }],
    },
  ],
]
