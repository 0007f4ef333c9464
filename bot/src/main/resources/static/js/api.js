/** The server said no, or nothing at all (status 0). */
export class Refused extends Error {
  constructor(status, detail, problems = []) {
    super(detail);
    this.status = status;
    this.problems = problems;
  }
}

async function ask(path, options = {}, patience = 20_000) {
  let answer;
  try {
    answer = await fetch(path, {
      cache: 'no-store',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patience),
      ...options,
    });
  } catch {
    throw new Refused(0, '');
  }
  if (answer.ok || answer.status === 304) return answer;
  const problem = await answer.json().catch(() => ({}));
  throw new Refused(answer.status, problem.detail ?? '', problem.problems);
}

export async function get(path) {
  return (await ask(path)).json();
}

/** Asks again for what may have changed: undefined if it has not. */
export async function getIfChanged(path, known) {
  const answer = await ask(path, known ? { headers: { 'If-None-Match': known } } : {});
  if (answer.status === 304) return undefined;
  return { body: await answer.json(), etag: answer.headers.get('ETag') };
}

export async function send(path, body, method = 'POST') {
  const answer = await ask(path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}

export async function remove(path) {
  await ask(path, { method: 'DELETE' });
}

/** Says something as a person: one of text, file (with a name) or place. */
export async function say(rep, { text, file, name, place }) {
  const form = new FormData();
  form.append('rep', rep);
  if (text !== undefined) form.append('text', text);
  if (file) form.append('file', file, name);
  if (place) form.append('place', JSON.stringify(place));
  const answer = await ask('/api/v1/sandbox/messages', { method: 'POST', body: form }, 90_000);
  return answer.json();
}

export function tap(rep, card, action, ticked) {
  return send('/api/v1/sandbox/actions', { rep, card, action, ticked });
}
