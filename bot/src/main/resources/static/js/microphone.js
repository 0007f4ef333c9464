import { h, icon } from './dom.js';
import { LONGEST, Recorder, SHORTEST } from './recorder.js';
import { t } from './wording.js';

const HOLD = 350;
const AWAY = 70;
const BARS = 60;

/** The microphone of one composer: hold to talk and let go, or tap to begin and tap to send. */
export class Microphone {
  #state = 'idle';
  #pressed = 0;

  /** @param composer the form it lives in; `spoken` gets what was recorded */
  constructor(composer, { spoken, hint }) {
    this.composer = composer;
    this.spoken = spoken;
    this.hint = hint;
    this.button = h(
      'button',
      { type: 'button', class: 'round mic', 'aria-label': t('recorder.start'), title: t('recorder.title') },
      icon('mic'),
    );
    this.button.addEventListener('pointerdown', (event) => this.#down(event));
    this.button.addEventListener('pointermove', (event) => this.#move(event));
    this.button.addEventListener('pointerup', (event) => this.#up(event));
    this.button.addEventListener('pointercancel', () => this.#pressed && this.cancel());
    this.button.addEventListener('contextmenu', (event) => event.preventDefault());
    this.button.addEventListener('click', (event) => event.detail === 0 && this.#toggle());
    composer.addEventListener(
      'keydown',
      (event) => event.key === 'Escape' && this.#state !== 'idle' && (event.stopPropagation(), this.cancel()),
    );
  }

  #down(event) {
    if (event.button !== 0) return;
    this.button.setPointerCapture(event.pointerId);
    if (this.#state === 'recording') {
      this.#pressed = 0;
      this.finish();
      return;
    }
    this.#pressed = performance.now();
    this.top = event.clientY;
    this.#begin();
  }

  #move(event) {
    if (this.#pressed && this.#state === 'recording')
      this.composer.classList.toggle('leaving', this.top - event.clientY > AWAY);
  }

  #up() {
    const held = this.#pressed && performance.now() - this.#pressed > HOLD;
    this.#pressed = 0;
    if (!held || this.#state !== 'recording') return;
    if (this.composer.classList.contains('leaving')) this.cancel();
    else this.finish();
  }

  #toggle() {
    if (this.#state === 'recording') this.finish();
    else this.#begin();
  }

  async #begin() {
    if (this.#state !== 'idle') return;
    this.#state = 'asking';
    this.hint('');
    try {
      this.recorder = await Recorder.begin((level, seconds) => this.#hear(level, seconds));
    } catch (error) {
      this.#state = 'idle';
      this.hint(t(error.message), true);
      return;
    }
    this.#state = 'recording';
    this.#show();
  }

  #show() {
    this.levels = h(
      'span',
      { class: 'level', 'aria-hidden': 'true' },
      Array.from({ length: BARS }, () => h('i')),
    );
    this.elapsed = h('span', { class: 'elapsed', role: 'timer' }, '0:00');
    const cancel = h(
      'button',
      { type: 'button', class: 'cancel', onclick: () => this.cancel() },
      t('recorder.cancel'),
    );
    const send = h(
      'button',
      { type: 'button', class: 'send', onclick: () => this.finish() },
      t('composer.send'),
    );
    this.strip = h('div', { class: 'strip' }, this.levels, this.elapsed, cancel, send);
    this.composer.append(this.strip);
    this.composer.classList.add('recording');
    this.button.setAttribute('aria-label', t('recorder.finish'));
    this.hint(t('recorder.hint'));
  }

  #hear(level, seconds) {
    if (this.#state !== 'recording') return;
    const bar = this.levels.firstChild;
    bar.style.transform = `scaleY(${Math.max(0.08, level).toFixed(2)})`;
    this.levels.append(bar);
    const whole = Math.floor(seconds);
    this.elapsed.textContent = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} / 1:00`;
    this.elapsed.classList.toggle('late', seconds > LONGEST - 10);
    if (seconds >= LONGEST) this.finish();
  }

  async finish() {
    if (this.#state !== 'recording') return;
    this.#state = 'ending';
    const recorded = await this.recorder.finish();
    this.#hide();
    if (recorded.seconds < SHORTEST) this.hint(t('recorder.short'), true);
    else this.spoken(recorded);
  }

  cancel() {
    if (this.#state !== 'recording') return;
    this.recorder.cancel();
    this.#hide();
  }

  #hide() {
    this.#state = 'idle';
    this.#pressed = 0;
    this.strip.remove();
    this.composer.classList.remove('recording', 'leaving');
    this.button.setAttribute('aria-label', t('recorder.start'));
    this.hint('');
    this.button.focus({ preventScroll: true });
  }
}
