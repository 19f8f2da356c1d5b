declare const importScripts: (url: string) => void;

/**
 * Gives a web worker the `require` by which the server asks for a library's file when something of it is first used.
 * @param folder URL of the folder that the files are in, without a slash at its end.
 */
export function requireFrom(folder: string): void {
  const loaded = new Map<string, object>();
  const require = (name: string): object => {
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const module = { exports: {} };
    // As Node gives it to a file; here all scripts have one scope.
    Object.assign(globalThis, { module });
    importScripts(`${folder}/${name.replace(/^\.\//, '')}`);
    loaded.set(name, module.exports);
    return module.exports;
  };
  Object.assign(globalThis, { require });
}
