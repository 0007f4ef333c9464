/** Makes an element: properties that start with "on" listen, "data" and "aria" go where they belong. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class') element.className = value;
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name in element && !name.startsWith('aria')) element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false),
  );
  return element;
}

const SHAPES = {
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15zM10 21h4',
  book: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11M9 8h6',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  here: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v4M12 18v4M2 12h4M18 12h4',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9h.01',
  mic: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.500 11a6.500 6.500 0 0 0 13 0M12 17.500V21',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  pause: 'M7 5h3.500v14H7zM13.500 5H17v14h-3.500z',
  pin: 'M12 21s7-6.200 7-11.500A7 7 0 0 0 5 9.500C5 14.800 12 21 12 21zM12 7.500a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600z',
  play: 'M8 5l11 7-11 7z',
  plus: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8.500v7M8.500 12h7',
};

/** A drawn sign; silent to screen readers, so what carries it needs a label. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', SHAPES[name]);
  svg.append(path);
  return svg;
}

/** A person's sign: the last character of a Chinese name, else initials; a steady colour. */
export function avatar(person) {
  const hue = [...person.id].reduce((sum, c) => sum + c.codePointAt(0), 0) % 4;
  const chinese = /[\u3400-\u9fff]/.test(person.name);
  const words = person.name.split(/\s+/);
  const letters = chinese
    ? [...person.name].slice(-1)[0]
    : words
        .map((word) => word[0])
        .slice(0, 2)
        .join('');
  return h('span', { class: `avatar hue-${hue}`, 'aria-hidden': 'true' }, letters);
}

export function botAvatar() {
  return h(
    'span',
    { class: 'avatar bot', 'aria-hidden': 'true' },
    h('img', { src: '/icons/kouxin.svg', alt: '' }),
  );
}
