import { get } from './api.js';

const KEPT = 'kouxin-language';
let words = {};
let tag = 'zh-CN';

/** The words of a key, with {name} replaced; a missing key shows itself. */
export function t(key, values = {}) {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export const language = () => tag;

/** The language of the address, else of the last visit, else this one. */
export function preferred(otherwise = 'zh-CN') {
  const asked = new URLSearchParams(location.search).get('language') ?? kept() ?? otherwise;
  return asked.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

export async function speak(wanted) {
  words = await get(`/api/v1/wording?language=${wanted}`);
  tag = wanted;
  document.documentElement.lang = wanted;
  document.title = t('page.title');
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', t(element.dataset.label));
  try {
    localStorage.setItem(KEPT, wanted);
  } catch {
    // A browser that keeps nothing starts in Chinese again.
  }
}

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
