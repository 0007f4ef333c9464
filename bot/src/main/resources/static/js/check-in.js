import { get, Refused, send } from './api.js';
import { languageButton, welcome } from './member.js';
import { t } from './wording.js';

const PATIENCE = 15_000;
const ROUGH = 1_000;
const element = (id) => document.getElementById(id);

// One key is one check-in: whoever taps twice, or again after a lost answer, says it once.
const fresh = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}-0`;
const REST = 60_000;
let key = fresh();
let state = 'ready';

function show(next, said = '', warn = false) {
  state = next;
  const button = element('here');
  button.textContent = t(`checkin.${next}`);
  button.disabled = next === 'looking' || next === 'sending' || next === 'done';
  element('said').textContent = said;
  element('said').classList.toggle('warn', warn);
}

/** The proof for this page in a platform's own browser; undefined in all others. */
async function proofOf() {
  try {
    return await get(`/api/v1/js-signature?url=${encodeURIComponent(location.href.split('#')[0])}`);
  } catch (error) {
    if (error.status === 404) return undefined;
    throw error;
  }
}

function load(source) {
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = source;
    script.onload = done;
    script.onerror = () => failed(new Error('unknown'));
    document.head.append(script);
  });
}

const PLATFORMS = {
  wecom: () => import('./inside/wecom.js'),
  dingtalk: () => import('./inside/dingtalk.js'),
};

async function place() {
  const proof = await proofOf();
  if (!proof) return native();
  for (const source of proof.scripts) await load(source);
  const { locate } = await PLATFORMS[proof.platform]();
  return locate(proof);
}

function native() {
  return new Promise((found, failed) => {
    if (!navigator.geolocation) return failed(new Error('unknown'));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found(coords),
      ({ code }) => failed(new Error(code === 1 ? 'denied' : code === 3 ? 'late' : 'unknown')),
      { timeout: PATIENCE, enableHighAccuracy: true, maximumAge: 0 },
    );
  });
}

function soon(promise) {
  const late = new Promise((_, failed) => setTimeout(() => failed(new Error('late')), PATIENCE + 5_000));
  return Promise.race([promise, late]);
}

function exact(accuracy) {
  if (!Number.isFinite(accuracy)) return t('checkin.told');
  const metres = Math.max(1, Math.round(accuracy));
  return t(metres > ROUGH ? 'checkin.rough' : 'checkin.exact', { metres });
}

async function checkIn() {
  show('looking');
  try {
    const { latitude, longitude, accuracy, label = '' } = await soon(place());
    const typed = element('label').value.trim();
    show('sending');
    await send('/api/v1/check-ins', { key, latitude, longitude, label: typed || label.slice(0, 100) });
    show('done', exact(accuracy));
    setTimeout(again, REST);
  } catch (error) {
    show('again', reason(error), true);
  }
}

/** The page may stay open until the next visit. */
function again() {
  key = fresh();
  element('label').value = '';
  show('ready');
}

function reason(error) {
  if (error instanceof Refused)
    return error.status === 401 ? t('lost.session') : error.status === 0 ? t('lost.server') : error.message;
  const known = ['denied', 'late'].includes(error.message) ? error.message : 'unknown';
  return t(`checkin.${known}`);
}

element('form').addEventListener('submit', (event) => {
  event.preventDefault();
  if (!element('here').disabled) checkIn();
});
languageButton(() => show(state));
await welcome('checkin.title');
show('ready');
