import { say } from './api.js';
import { t } from './wording.js';

const FORGET = 10_000;

/** What a person said and the chat does not show yet: on its way, or failed and ready to be sent again. */
export class Outgoing {
  #notes = [];
  #count = 0;

  /** @param changed called when a state changes; @param sent called when the server took something */
  constructor({ changed, sent }) {
    this.changed = changed;
    this.sent = sent;
  }

  say(rep, said) {
    const note = { said, rep, item: face(said, `local-${(this.#count += 1)}`) };
    this.#notes.push(note);
    this.#send(note);
  }

  retry(item) {
    const note = this.#notes.find((each) => each.item.id === item.id);
    if (note?.item.state === 'failed') this.#send(note);
  }

  /** The items to show after those of the server, whose ids are given. */
  beyond(ids) {
    this.#notes = this.#notes.filter((note) => !note.taken || !ids.has(note.taken));
    return this.#notes.map((note) => note.item);
  }

  /** Whether we sent this and showed it already. */
  knows(id) {
    return this.#notes.some((note) => note.taken === id);
  }

  clear() {
    this.#notes = [];
  }

  async #send(note) {
    note.item = { ...note.item, state: 'sending', reason: undefined };
    this.changed();
    try {
      note.taken = (await say(note.rep, note.said)).id;
      // Should the chat never show it, the promise "sending…" must not stay for ever.
      setTimeout(() => this.#forget(note), FORGET);
      this.sent();
    } catch (error) {
      note.item = {
        ...note.item,
        state: 'failed',
        reason:
          error.status === 0
            ? t('state.unreachable')
            : error.status === 413
              ? t('composer.large')
              : t('state.failed'),
      };
      this.changed();
    }
  }

  #forget(note) {
    if (!this.#notes.includes(note)) return;
    this.#notes = this.#notes.filter((each) => each !== note);
    this.changed();
  }
}

function face({ text, file, name, seconds, place }, id) {
  const plain = {
    id,
    from: 'me',
    at: new Date().toISOString(),
    state: 'sending',
    text: '',
    push: false,
    version: 0,
  };
  if (text !== undefined) return { ...plain, kind: 'text', text };
  if (place) return { ...plain, kind: 'place', text: place.label };
  const media = { url: URL.createObjectURL(file), contentType: file.type, seconds, name };
  return { ...plain, kind: kindOf(file.type, name), media };
}

function kindOf(type, name) {
  if (type.startsWith('audio/') || type.startsWith('video/webm') || /\.(amr|awb|opus|spx|oga)$/i.test(name))
    return 'voice';
  return type.startsWith('image/') ? 'picture' : 'file';
}
