/**
 * Where a rule's page is read outside the editor; inside VS Code the client opens the copy that the extension carries.
 * The marketplace page is what name and publisher in package.json make it.
 */
const home = 'https://marketplace.visualstudio.com/items?itemName=bulwark.bulwark';

export function pageUrl(ruleId: string): string {
  return `${home}#${ruleId}`;
}
