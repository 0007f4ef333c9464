import { getIfChanged } from './api.js';

const BRISK = 700;
const SLOWEST = 5_000;

/** Keeps asking one address while the page is visible, and tells when the answer changed. */
export class Feed {
  #path = '';
  #etag;
  #timer;
  #pace = BRISK;
  #round = 0;

  constructor({ changed, state, every = BRISK }) {
    this.changed = changed;
    this.state = state ?? (() => {});
    this.every = every;
    document.addEventListener(
      'visibilitychange',
      () => this.#path && this.#again(document.hidden ? SLOWEST : 0),
    );
  }

  follow(path) {
    this.#path = path;
    this.#etag = undefined;
    this.#pace = this.every;
    this.now();
  }

  stop() {
    this.#path = '';
    this.#round += 1;
    clearTimeout(this.#timer);
  }

  now() {
    this.#again(0);
  }

  #again(wait) {
    clearTimeout(this.#timer);
    const round = (this.#round += 1);
    this.#timer = setTimeout(() => this.#ask(round), wait);
  }

  async #ask(round) {
    try {
      const answer = await getIfChanged(this.#path, this.#etag);
      if (round !== this.#round) return;
      this.#pace = this.every;
      this.state(undefined);
      if (answer) {
        this.#etag = answer.etag;
        this.changed(answer.body);
      }
    } catch (error) {
      if (round !== this.#round) return;
      this.#pace = Math.min(this.#pace * 2, SLOWEST);
      this.state(error);
    }
    this.#again(document.hidden ? SLOWEST : this.#pace);
  }
}
