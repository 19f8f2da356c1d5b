/** Fills `{name}` in a message. A name that the data lacks stays as it is, so that a test sees it. */
export function fillMessage(
  template: string,
  data: Readonly<Record<string, string | number>> | undefined,
): string {
  if (data === undefined || !template.includes('{')) return template;
  let message = '';
  let isName = false;
  for (const part of partsOf(template)) {
    message += isName ? String(data[part] ?? `{${part}}`) : part;
    isName = !isName;
  }
  return message;
}

/** As many as there are messages of rules. */
const split = new Map<string, readonly string[]>();

/** Text and names in turn. */
function partsOf(template: string): readonly string[] {
  let parts = split.get(template);
  if (parts === undefined) {
    parts = template.split(/\{(\w+)\}/);
    split.set(template, parts);
  }
  return parts;
}
