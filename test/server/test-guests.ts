import { GuestResponse, InvitationResponse } from '../../src/protocol/guest.ts';
import { API_BASE } from '../../src/protocol/version.ts';
import type { ApiAnswer, ApiClient } from './api-client.ts';
import type { TestServer } from './start-test-server.ts';

/** Volunteers' phones as they talk to the server. */
export type TestGuest = { readonly api: ApiClient; readonly answer: GuestResponse; readonly account?: undefined };

/** `keeper`: requests of whoever keeps the event. */
export async function openCode(keeper: ApiClient, eventId: string): Promise<string> {
  const answer = await keeper.send('POST', `${API_BASE}/events/${eventId}/invitation`);
  const code = InvitationResponse.parse(answer.json).invitation?.code;
  if (code === undefined) throw new Error(`no code: ${answer.text}`);
  return code;
}

export const bringCode = (api: ApiClient, code: string): Promise<ApiAnswer> =>
  api.post(`${API_BASE}/guest`, { protocol: 2, code });

export async function letGuestIn({ api }: TestServer, keeper: ApiClient, eventId: string): Promise<TestGuest> {
  const answer = GuestResponse.parse((await bringCode(api, await openCode(keeper, eventId))).json);
  return { api: api.as(`Bearer ${answer.token}`), answer };
}
