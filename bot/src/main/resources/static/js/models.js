import { h } from './dom.js';
import { Feed } from './feed.js';
import { language, t } from './wording.js';

let last = [];

/** One quiet line for each speech model that is not ready, until all are. */
export function watchModels() {
  const feed = new Feed({
    every: 2_000,
    changed: ({ items }) => {
      last = items;
      showModels();
      if (items.every(({ state }) => state === 'ready')) feed.stop();
    },
  });
  feed.follow('/api/v1/models');
}

export function showModels() {
  const box = document.getElementById('models');
  box.replaceChildren(...last.filter(({ state }) => state !== 'ready').map(modelLine));
}

function modelLine(model) {
  const tongue = new Intl.DisplayNames([language()], { type: 'language' }).of(model.language);
  const percent = model.total > 0 ? Math.floor((100 * model.done) / model.total) : 0;
  const words = t(`models.${model.state}`, { language: tongue, percent });
  const bar = model.state === 'fetching' && h('progress', { max: 100, value: percent, 'aria-label': words });
  return h('p', { class: `model ${model.state}`, title: model.message || '' }, h('span', {}, words), bar);
}
