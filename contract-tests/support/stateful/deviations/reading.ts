import { handle, refusal, success } from '../handle.ts'
import { answering, asIf, type Deviations, instead, isList, isRead, of, pageOf, put, query, resultOf } from './make.ts'

/** What a server may get wrong about pages, lists and single items, without being asked to change anything. */
export const reading: Deviations = {
  'the first page comes whatever is asked for': [
    asIf(
      isList,
      query((it) => it.delete('page')),
    ),
    /calls itself page 1|again/,
  ],
  'pages have a size of their own': [
    asIf(
      isList,
      query((it) => it.set('per_page', '20')),
    ),
    /says per_page 20|where 2 were asked for/,
  ],
  'pages are counted from 0': [
    asIf(
      isList,
      query((it) => it.set('page', String(Number(it.get('page') ?? 1) + 1))),
    ),
    /calls itself page 2|is not the last/,
  ],
  'a page begins with the end of the one before': [
    answering(isList, (answer, request, state) => {
      if (pageOf(request) === 1) return answer
      const before = handle(state, {
        ...request,
        ...query((it) => it.set('page', String(pageOf(request) - 1)))(request),
      })
      return put('/result/0', resultOf(before).at(-1))(answer)
    }),
    /page 2 of the servers lists 'number-2' again/,
  ],
  'the last page is empty': [
    answering(isList, (answer, request) => (pageOf(request) > 1 ? put('/result', [])(answer) : answer)),
    /holds 0 items|is on no page/,
  ],
  'a list lacks its last item': [
    answering(isList, (answer) => put('/result', resultOf(answer).slice(0, 2))(answer)),
    /says count 3, but holds 2 items/,
  ],
  'total_count is one too many': [
    answering(isList, put('/result_info/total_count', 4)),
    /are 4 by total_count, but the pages list 3/,
  ],
  'total_pages is one too many': [answering(isList, put('/result_info/total_pages', 9)), /says total_pages 9/],
  'count is that of all pages': [
    answering(isList, put('/result_info/count', 3)),
    /says count 3, but holds [12] items?/,
  ],
  'an item is listed with another name': [
    answering(isList, put('/result/0/name', 'Other')),
    /'number-1' is listed with another 'name'/,
  ],
  'an item is read with another description': [
    answering(isRead, put('/result/description', 'Other')),
    /listed with another 'description'/,
  ],
  'an item that is listed cannot be read': [
    asIf(isRead, ({ id }) => ({ id: id === 'number-2' ? 'gone' : id })),
    /'number-2' is listed with the servers, but reading it is answered 404/,
  ],
  'another item is read': [
    asIf(isRead, ({ id }) => ({ id: id?.startsWith('number') ? 'number-3' : id })),
    /listed with another 'id'/,
  ],
  'what does not exist is read all the same': [
    asIf(isRead, ({ id }) => ({ id: id?.startsWith('number') ? id : 'number-1' })),
    /reading a (server|portal) that does not exist is not refused/,
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
    /400 Bad Request/,
  ],
  'a refusal has no envelope': [
    answering(isRead, () => ({ status: 404, body: { error: 'not found' } }), [404]),
    /is missing; expected a value/,
  ],
  'a read server lacks its tools': [
    answering(of('servers', isRead), put('/result/tools', undefined)),
    /readServer: response 200: \/result\/tools/,
  ],
  'a listed server has null for its tools': [
    answering(of('servers', isList), put('/result/1/tools', null)),
    /listServers: response 200: \/result\/1\/tools/,
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
