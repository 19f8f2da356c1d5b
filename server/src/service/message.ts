/** Fills `{name}` in a message. A name that the data lacks stays as it is, so that a test sees it. */
export function fillMessage(
  template: string,
  data: Readonly<Record<string, string | number>> | undefined,
): string {
  if (data === undefined) return template;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = data[name];
    return value === undefined ? whole : String(value);
  });
}
