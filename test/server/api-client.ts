/** Plain HTTP as a device speaks it, with the answer read whatever it is. */
export type ApiAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
  readonly text: string;
};
export type ApiClient = {
  get(path: string, headers?: Record<string, string>): Promise<ApiAnswer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  put(path: string, body: unknown): Promise<ApiAnswer>;
  delete(path: string): Promise<ApiAnswer>;
  /** Anything at all: `body` is sent as it is. */
  send(method: string, path: string, init?: { body?: BodyInit; headers?: Record<string, string> }): Promise<ApiAnswer>;
  as(authorization: string): ApiClient;
};

export function createApiClient(url: string, authorization?: string): ApiClient {
  const send: ApiClient['send'] = async (method, path, init = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      ...(init.body !== undefined && { body: init.body }),
      headers: { ...(authorization !== undefined && { authorization }), ...init.headers },
    });
    const text = await response.text();
    const isJson = text !== '' && /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  };
  return {
    send,
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, body, headers = {}) =>
      send('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
    put: (path, body) =>
      send('PUT', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    delete: (path) => send('DELETE', path),
    as: (other) => createApiClient(url, other),
  };
}
