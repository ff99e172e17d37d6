import { handle, refusal, success } from './handle.ts'
import { answering, asIf, type Deviations, instead, isList, isRead, of, pageOf, put, query, resultOf } from './make.ts'

/** What a server may get wrong about pages, lists and single items, without being asked to change anything. */
export const reading: Deviations = {
  'the first page comes whatever is asked for': [
    asIf(
      isList,
      query((it) => it.delete('page')),
    ),
    /has page 1; expected 2|again/,
  ],
  'pages have a size of their own': [
    asIf(
      isList,
      query((it) => it.set('per_page', '20')),
    ),
    /has per_page 20; expected 100|expected at most 2/,
  ],
  'pages are counted from 0': [
    asIf(
      isList,
      query((it) => it.set('page', String(Number(it.get('page') ?? 1) + 1))),
    ),
    /has page 2; expected 1|is not the last/,
  ],
  'a page begins with the end of the one before': [
    answering(isList, (answer, request, account) => {
      if (pageOf(request) === 1) return answer
      const before = handle(account, {
        ...request,
        ...query((it) => it.set('page', String(pageOf(request) - 1)))(request),
      })
      return put('/result/0', resultOf(before).at(-1))(answer)
    }),
    /server "number-2" is on page 2 again/,
  ],
  'the last page is empty': [
    answering(isList, (answer, request) => (pageOf(request) > 1 ? put('/result', [])(answer) : answer)),
    /holds 0 items|but on no page/,
  ],
  'a list lacks its last item': [
    answering(isList, (answer) => put('/result', resultOf(answer).slice(0, 2))(answer)),
    /has count 3, but the page holds 2 items/,
  ],
  'total_count is one too many': [
    answering(isList, put('/result_info/total_count', 4)),
    /total_count is 4, but the pages hold 3 items/,
  ],
  'total_pages is one too many': [
    answering(isList, put('/result_info/total_pages', 9)),
    /total_pages is 9, but 3 items at per_page 2 make 2/,
  ],
  'count is that of all pages': [
    answering(isList, put('/result_info/count', 3)),
    /has count 3, but the page holds [12] items/,
  ],
  'an item is listed with another name': [
    answering(isList, put('/result/0/name', 'Other')),
    /server "number-1": name is "Other" in the list, "Number 1" when read/,
  ],
  'an item is read with another description': [
    answering(isRead, put('/result/description', 'Other')),
    /description is "Number 1" in the list, "Other" when read/,
  ],
  'an item that is listed cannot be read': [
    asIf(isRead, ({ id }) => ({ id: id === 'number-2' ? 'gone' : id })),
    /server "number-2" is in the list, but readServer returned 404/,
  ],
  'another item is read': [
    asIf(isRead, ({ id }) => ({ id: id?.startsWith('number') ? 'number-3' : id })),
    /id is "number-1" in the list, "number-3" when read/,
  ],
  'what does not exist is read all the same': [
    asIf(isRead, ({ id }) => ({ id: id?.startsWith('number') ? id : 'number-1' })),
    /readServer returned 200; expected 404/,
  ],
  'what does not exist is read as null': [
    instead(
      (request) => isRead(request) && !request.id!.startsWith('number'),
      () => success(200, null),
    ),
    /response 200: \/result is null; expected an object/,
  ],
  'what does not exist is refused with 400': [
    answering(isRead, () => refusal(400, 7001, 'no such id'), [404]),
    /readServer returned 400; expected 404/,
  ],
  'a refusal has no envelope': [
    answering(isRead, () => ({ status: 404, body: { error: 'not found' } }), [404]),
    /is missing; expected a value/,
  ],
  'a read server lacks its tools': [
    answering(of('servers', isRead), put('/result/tools', undefined)),
    /readServer: response 200: \/result\/tools/,
  ],
  'a listed server has null for its name': [
    answering(of('servers', isList), put('/result/1/name', null)),
    /listServers: response 200: \/result\/1\/name/,
  ],
  'a read portal has the ids of its servers alone': [
    answering(of('portals', isRead), put('/result/servers', ['number-1'])),
    /readPortal: response 200: \/result\/servers\/0/,
  ],
  'a listed portal has servers by id': [
    answering(of('portals', isList), put('/result/0/servers', {})),
    /listPortals: response 200: \/result\/0\/servers/,
  ],
  'an answer has no envelope': [
    answering(isRead, (answer) => ({ ...answer, body: resultOf(answer) })),
    /\/success is missing/,
  ],
  'an answer does not say that it succeeded': [
    answering(isList, put('/success', false)),
    /\/success is false; expected true/,
  ],
  'an answer is a page in HTML': [
    answering(isRead, () => ({ status: 200, body: '<html>', type: 'text/html' })),
    /content-type is text\/html; expected application\/json/,
  ],
  'an answer is empty': [answering(isList, () => ({ status: 200, body: '' })), /the body is missing; expected JSON/],
}
