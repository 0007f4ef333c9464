import { get } from './api.js';
import { h, icon } from './dom.js';
import { language, t } from './wording.js';

/** Lets the person choose where to be: a demo place, or where the browser is. */
export async function choosePlace(chosen) {
  const box = document.getElementById('places');
  const hint = h('p', { class: 'hint', role: 'status' });
  const choose = (place) => {
    box.close();
    chosen(place);
  };
  const list = h(
    'ul',
    {},
    h(
      'li',
      {},
      h('button', { type: 'button', onclick: () => here(choose, hint) }, icon('here'), t('places.here')),
    ),
  );
  const close = h(
    'button',
    { type: 'button', class: 'round', 'aria-label': t('close'), onclick: () => box.close() },
    icon('close'),
  );
  box.replaceChildren(
    h('div', { class: 'sheet-head' }, h('h2', { id: 'places-title' }, t('places.title')), close),
    list,
    hint,
  );
  box.onclick = (event) => event.target === box && box.close();
  box.showModal();
  const { items } = await get(`/api/v1/sandbox/places?language=${language()}`).catch(() => ({ items: [] }));
  list.append(
    ...items.map((place) =>
      h('li', {}, h('button', { type: 'button', onclick: () => choose(place) }, icon('pin'), place.label)),
    ),
  );
}

function here(choose, hint) {
  if (!navigator.geolocation) {
    hint.textContent = t('places.unknown');
    return;
  }
  hint.textContent = t('places.looking');
  navigator.geolocation.getCurrentPosition(
    ({ coords }) =>
      choose({ latitude: coords.latitude, longitude: coords.longitude, label: t('places.mine') }),
    (error) =>
      (hint.textContent = t(error.code === error.PERMISSION_DENIED ? 'places.denied' : 'places.unknown')),
    { timeout: 10_000, maximumAge: 60_000 },
  );
}
