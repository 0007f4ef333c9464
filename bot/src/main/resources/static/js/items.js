import { avatar, botAvatar, h, icon } from './dom.js';
import { dingtalkCard, wecomCard } from './cards.js';
import { clock } from './time.js';
import { voice } from './voice.js';
import { t } from './wording.js';

/**
 * One line of the talk.
 * @param item what the server says, or our own words under way (state "sending" or "failed")
 * @param scene person, look, follows (same speaker as before), act (taps), retry
 */
export function line(item, scene) {
  const mine = item.from === 'me';
  const wide = item.kind === 'card';
  return h(
    'article',
    {
      class: ['item', mine ? 'me' : 'bot-item', scene.follows && 'follows', wide && 'wide']
        .filter(Boolean)
        .join(' '),
      'aria-label': t(mine ? 'item.mine' : 'item.bot', { name: scene.person.name, time: clock(item.at) }),
    },
    mine ? avatar(scene.person) : botAvatar(),
    h(
      'div',
      { class: 'item-body' },
      item.push && h('span', { class: 'push-mark' }, icon('bell'), t('item.push')),
      ...content(item, scene),
      meta(item, scene),
    ),
  );
}

function content(item, scene) {
  if (item.kind === 'card' && item.card)
    return [scene.look === 'dingtalk' ? dingtalkCard(item, scene.act) : wecomCard(item, scene.act)];
  if (item.kind === 'place') return [place(item)];
  if (item.media && item.kind === 'voice') return [bubble(voice(item.media)), heard(item.text)];
  if (item.media && item.kind === 'picture') return [picture(item), words(item.text)];
  if (item.media && item.kind === 'file') return [bubble(file(item.media)), words(item.text)];
  return [bubble(item.text)];
}

const bubble = (inside) => h('div', { class: 'bubble tailed' }, inside);

const words = (text) => (text ? bubble(text) : undefined);

const heard = (text) => (text ? h('p', { class: 'heard' }, text) : undefined);

function picture(item) {
  const name = item.media.name || t('item.picture');
  const image = h('img', { src: item.media.url, alt: name, loading: 'lazy' });
  return h(
    'button',
    {
      type: 'button',
      class: 'picture',
      'aria-label': t('item.enlarge', { name }),
      onclick: () => enlarge(item.media.url, name),
    },
    image,
  );
}

function enlarge(url, name) {
  const box = document.getElementById('lightbox');
  const close = h(
    'button',
    { type: 'button', 'aria-label': t('close'), onclick: () => box.close() },
    icon('close'),
  );
  box.replaceChildren(h('img', { src: url, alt: name }), close);
  box.onclick = (event) => event.target === box && box.close();
  box.showModal();
}

function file(media) {
  return h(
    'a',
    { class: 'file', href: media.url, download: media.name ?? '' },
    icon('file'),
    h('span', {}, media.name || t('item.file')),
  );
}

function place(item) {
  return h(
    'div',
    { class: 'bubble place' },
    h('strong', {}, item.text || t('item.place')),
    h('small', {}, t('item.reported')),
    h('div', { class: 'map', 'aria-hidden': 'true' }, icon('pin')),
  );
}

function meta(item, scene) {
  if (item.state === 'sending')
    return h('span', { class: 'meta' }, h('i', { class: 'spinner' }), t('state.sending'));
  if (item.state === 'failed') return failed(item, scene);
  const refused =
    item.state === 'refused' &&
    h('span', { class: 'refused' }, t('state.refused', { reason: item.reason ?? '' }));
  const waiting = item.state === 'waiting' && h('span', {}, t('state.waiting'));
  const time = scene.last && h('time', { dateTime: item.at }, clock(item.at));
  return (time || waiting || refused) && h('span', { class: 'meta' }, time, waiting, refused);
}

function failed(item, scene) {
  const again = h('button', { type: 'button', onclick: () => scene.retry(item) }, t('state.retry'));
  return h('span', { class: 'meta failed', role: 'alert' }, item.reason || t('state.failed'), again);
}
