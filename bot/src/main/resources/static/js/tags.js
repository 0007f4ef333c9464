/** A tag as people read it: its label, and what was answered when it was asked about. */
export function tagged(item) {
  return item.tags.map((tag) => ({
    kind: tag.kind,
    words: [tag.label || tag.entry, item.details?.[`answer:${tag.entry}`]].filter(Boolean).join(' '),
  }));
}
