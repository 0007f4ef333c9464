import { h, icon } from './dom.js';
import { Microphone } from './microphone.js';
import { choosePlace } from './places.js';
import { t } from './wording.js';

const LARGEST = 20 * 1024 * 1024;
const KINDS = 'audio/*,image/*,.amr,.awb,.opus,.spx,.oga';

/** Where a person speaks: words, a note, a file, a place. `say` takes what was said. */
export function composer({ person, say }) {
  const hint = h('p', { class: 'hint', role: 'status', hidden: true });
  const tell = (text, wrong = false) => {
    hint.textContent = text;
    hint.hidden = !text;
    hint.classList.toggle('error', wrong);
  };
  const form = h('form', { class: 'composer' });
  const input = h('textarea', {
    rows: 1,
    'aria-label': t('composer.label', { name: person.name }),
    placeholder: t('composer.placeholder'),
    enterKeyHint: 'send',
  });
  const send = h('button', { type: 'submit', class: 'send', hidden: true }, t('composer.send'));
  const more = h(
    'button',
    { type: 'button', class: 'round', 'aria-label': t('composer.more'), 'aria-expanded': 'false' },
    icon('plus'),
  );
  const microphone = new Microphone(form, {
    hint: tell,
    spoken: ({ file, name, seconds }) => say({ file, name, seconds }),
  });
  const files = (list) =>
    [...list].forEach((file) =>
      file.size > LARGEST ? tell(t('composer.large'), true) : say({ file, name: file.name }),
    );
  const tray = trayOf({ files, placed: (place) => say({ place }) });

  const fit = () => {
    send.hidden = input.value.trim() === '';
    more.hidden = !send.hidden;
    input.style.height = 'auto';
    input.style.height = `${Math.min(132, input.scrollHeight + 2)}px`;
  };
  const openTray = (open) => {
    tray.hidden = !open;
    more.setAttribute('aria-expanded', String(open));
  };
  more.addEventListener('click', () => openTray(tray.hidden));
  tray.addEventListener('click', () => openTray(false));
  input.addEventListener('input', () => (tell(''), fit()));
  input.addEventListener('keydown', (event) => {
    // While a Chinese input method composes, Enter chooses characters.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  input.addEventListener(
    'paste',
    (event) =>
      event.clipboardData.files.length > 0 && (event.preventDefault(), files(event.clipboardData.files)),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text) say({ text });
    input.value = '';
    fit();
    input.focus();
  });
  form.append(microphone.button, input, more, send);
  const foot = h('div', { class: 'foot' }, form, hint, tray);
  foot.addEventListener(
    'keydown',
    (event) => event.key === 'Escape' && !tray.hidden && (openTray(false), more.focus()),
  );
  const fill = (text) => {
    input.value = text;
    fit();
    input.focus();
  };
  return { foot, input, files, fill };
}

function trayOf({ files, placed }) {
  const chooser = h('input', { type: 'file', accept: KINDS, hidden: true, tabIndex: -1 });
  chooser.addEventListener('change', () => {
    files(chooser.files);
    chooser.value = '';
  });
  const choose = h(
    'button',
    { type: 'button', onclick: () => chooser.click() },
    h('span', {}, icon('image')),
    t('composer.file'),
  );
  const place = h(
    'button',
    { type: 'button', onclick: () => choosePlace(placed) },
    h('span', {}, icon('pin')),
    t('composer.place'),
  );
  return h('div', { class: 'tray', hidden: true }, choose, place, chooser);
}

/** Sentences to try; a tap puts one into the input, to be sent or changed. */
export function exampleChips(sentences, fill) {
  return h(
    'div',
    { class: 'examples', role: 'group', 'aria-label': t('examples.label') },
    sentences.map(({ text }) =>
      h('button', { type: 'button', title: text, onclick: () => fill(text) }, text),
    ),
  );
}
