import { h, icon } from './dom.js';
import { duration } from './time.js';
import { t } from './wording.js';

const audio = new Audio();
let current;

audio.addEventListener('ended', () => rest());

/** A note to play: one sounds at a time, a second tap pauses. */
export function voice(media) {
  const seconds = media.seconds ?? 0;
  const size = Math.min(4, 1 + Math.floor(seconds / 12));
  const button = h(
    'button',
    { type: 'button', class: `voice s${size}`, onclick: () => toggle(button, media) },
    h('span', { class: 'sign' }, icon('play')),
    h(
      'span',
      { class: 'wave', 'aria-hidden': 'true' },
      Array.from({ length: 6 + size * 5 }, () => h('i')),
    ),
    h('span', { class: 'length' }, seconds ? duration(seconds) : ''),
  );
  button.setAttribute('aria-label', t('voice.play', { seconds: Math.round(seconds) }));
  return button;
}

function toggle(button, media) {
  if (current === button) {
    rest();
    return;
  }
  rest();
  current = button;
  button.classList.add('playing');
  button.querySelector('.sign').replaceChildren(icon('pause'));
  audio.src = media.url;
  audio.play().catch((error) => error.name !== 'AbortError' && unplayable(button, media));
}

function rest() {
  audio.pause();
  current?.classList.remove('playing');
  current?.querySelector('.sign').replaceChildren(icon('play'));
  current = undefined;
}

// Phones record AMR, which no browser plays: the file itself is the next best thing.
function unplayable(button, media) {
  if (current === button) rest();
  if (button.dataset.unplayable) return;
  button.dataset.unplayable = 'true';
  const link = h('a', { href: media.url, download: media.name ?? '' }, t('voice.download'));
  button.closest('.bubble').after(h('p', { class: 'heard' }, `${t('voice.unplayable')} `, link));
}
